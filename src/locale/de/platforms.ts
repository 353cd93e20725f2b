import type { Words } from '../en/index.ts';

export const platforms: Words['platforms'] = {
  failed: 'Das ging bei uns schief und steht im Protokoll. Bitte noch einmal versuchen.',
  tooLate: 'Das hat zu lange gedauert; bitte den Knopf noch einmal drücken.',
  oneMoment: 'Einen Moment: Das wird gerade angesehen.',
  notThere: (reason) => `Debrief konnte das dort, wo gefragt wurde, nicht sagen: ${reason}.`,
  inMessages: (file) => `${file} liegt in der Direktnachricht mit Debrief.`,
  below: (file) => `${file} folgt darunter.`,
  share: 'Im Kanal zeigen',
  shared: (name, line) => `${name === null ? '' : `Geteilt von ${name}: `}/debrief ${line}`,
  moreStories: (count) => (count === 1 ? '1 weitere Meldung' : `${count} weitere Meldungen`),
  moreEntries: (count) => (count === 1 ? '1 weiterer Eintrag' : `${count} weitere Einträge`),
  inThread: 'im Thread',
  inFile: (file) => `in ${file}`,
  inFileThere: (file) => `in ${file}, in der Direktnachricht mit Debrief`,
  inLatest: 'mit /debrief latest',
};
