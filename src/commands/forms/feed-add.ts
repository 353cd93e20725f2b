import type { FormAction } from '../action.ts';
import { feedsAdd } from '../feeds/add.ts';

/** Adding a feed by the address of its site; what is found is shown before it is added. */
export const feedAddForm: FormAction = {
  verb: 'feed-new',
  audience: 'admin',
  async open() {
    return {
      id: 'feed-new',
      title: 'Add a feed',
      submit: 'Find it',
      fields: [
        {
          name: 'address',
          label: 'Address of a site or of its feed',
          hint: 'Such as: gridweekly.example. What is found is shown to you before it is added.',
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
    if (address === '') return { faults: { address: 'Please give an address.' } };
    const reply = await feedsAdd.run({ address }, context, world);
    return reply.ok ? reply : { faults: { address: reply.document.summary } };
  },
};
