import type { Entry } from '../town.ts';

/** A report in the words of its feed, whole as its page has it, and as an entry. */
export const OWN = 'Pellworm Power has begun work on a line of 380 kilovolts to the campus at Tarn.';
export const BODY = `${OWN} The line is to carry 900 megawatts from the spring of 2028 on, and its cost is put at €210 million.`;
export const LINE: Entry = {
  title: 'Pellworm Power begins a line to Tarn',
  link: '/line',
  guid: 'line',
  date: '2026-11-24T06:00:00Z',
  text: OWN,
};
