import type { FormAction } from '../action.ts';
import { reportBelow } from '../report.ts';

/** "This is wrong": names a figure or a quote of the debrief above, which is hidden until an admin has looked. */
export const reportForm: FormAction = {
  verb: 'report',
  audience: 'everyone',
  async open(argument) {
    return {
      id: `report:${argument}`,
      title: 'This is wrong',
      submit: 'Report',
      fields: [
        {
          name: 'what',
          label: 'Which figure or quote?',
          hint: 'Copy it as it is shown, such as: 2.4 gigawatts. It is hidden here until an admin has looked.',
          required: true,
          kind: 'line',
          initial: null,
          options: [],
        },
      ],
    };
  },
  async submit(argument, values, context, world) {
    const what = values.what?.[0]?.trim() ?? '';
    if (what === '') return { faults: { what: 'Please copy the figure or the quote.' } };
    const reply = await reportBelow(argument, what, context, world);
    return reply.ok ? reply : { faults: { what: reply.document.summary } };
  },
};
