import { wordsIn } from '../../locale/index.ts';
import type { FormAction } from '../action.ts';
import { feedsAdd } from '../feeds/add.ts';

/** Adding a feed by the address of its site; what is found is shown before it is added. */
export const feedAddForm: FormAction = {
  verb: 'feed-new',
  audience: 'admin',
  async open(_argument, context) {
    const { title, submit, label, hint } = wordsIn(context.language).talk.forms.feed;
    return {
      id: 'feed-new',
      title,
      submit,
      fields: [
        {
          name: 'address',
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
  async submit(_argument, values, context, world) {
    const address = values.address?.[0]?.trim() ?? '';
    if (address === '') return { faults: { address: wordsIn(context.language).talk.forms.feed.fault } };
    const reply = await feedsAdd.run({ address }, context, world);
    return reply.ok ? reply : { faults: { address: reply.document.summary } };
  },
};
