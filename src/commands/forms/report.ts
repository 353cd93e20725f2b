import { wordsIn } from '../../locale/index.ts';
import type { FormAction } from '../action.ts';
import { reportBelow } from '../report.ts';

/** "This is wrong": names a figure or a quote of the debrief above, which is hidden until an admin has looked. */
export const reportForm: FormAction = {
  verb: 'report',
  audience: 'everyone',
  async open(argument, context) {
    const { title, submit, label, hint } = wordsIn(context.language).talk.forms.report;
    return {
      id: `report:${argument}`,
      title,
      submit,
      fields: [
        {
          name: 'what',
          label,
          hint,
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
    if (what === '') return { faults: { what: wordsIn(context.language).talk.forms.report.fault } };
    const reply = await reportBelow(argument, what, context, world);
    return reply.ok ? reply : { faults: { what: reply.document.summary } };
  },
};
