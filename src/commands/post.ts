import { z } from 'zod';
import { POST_ANYWAY } from '../deliver/index.ts';
import { debriefDocument } from '../document/debrief.ts';
import type { Button } from './action.ts';
import { audited } from './change.ts';
import { anotherChannel, channelOf, nameOf } from './channel/setting.ts';
import { command, refusal, toAsker } from './command.ts';
import { draftedDebrief } from './debriefs.ts';
import { said } from './said.ts';

export const preview = command({
  path: ['preview'],
  summary: 'what would be posted here now, shown to you alone',
  example: 'preview',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { debrief, zone } = await draftedDebrief(context, world);
    return toAsker(debriefDocument(debrief, zone));
  },
});

export const post = command({
  path: ['post'],
  summary: 'post the debrief of a channel now, whatever its schedule says',
  example: 'post',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const { channel, known } = await channelOf(typed, context, world);
    if (!known)
      return refusal(said('This channel gets no debrief yet. Set one up with: channel schedule weekdays 8:30 Berlin'));
    await world.delivering.postNow(channel.id);
    await audited('post', nameOf(channel), context, world);
    return toAsker(said(`The debrief is on its way to ${nameOf(channel)}.`));
  },
});

/** The button on the home page: what a channel would get now, shown to whoever pressed. */
export const previewButton: Button = {
  verb: 'preview',
  audience: 'admin',
  async press(id, context, world) {
    const channel = await world.store.channels.get(id);
    if (channel === null || channel.workspace !== context.workspace)
      return refusal(said('This channel gets no debrief any more.'));
    return preview.run({}, { ...context, channel: channel.address }, world);
  },
};

export const republish = command({
  path: ['republish'],
  summary: 'edit the newest debrief of a channel into what it says now, without what was reported as wrong',
  example: 'republish',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const { channel } = await channelOf(typed, context, world);
    const done = await world.delivering.republish(channel.id);
    if (!done.ok) return refusal(said(`Nothing was edited in ${nameOf(channel)}: ${done.reason}.`));
    await audited('republish', nameOf(channel), context, world);
    return toAsker(said(`The debrief in ${nameOf(channel)} was edited.`));
  },
});

/** The button below "nobody can tell whether the debrief stands there". */
export const postAnyway: Button = {
  verb: POST_ANYWAY,
  audience: 'admin',
  async press(edition, context, world) {
    const settled = refusal(said('This debrief is not in doubt any more; nothing was posted.'));
    const delivery = await world.store.deliveries.get(edition);
    const channel = delivery === null ? null : await world.store.channels.get(delivery.channel);
    if (channel?.workspace !== context.workspace) return settled;
    if (!(await world.delivering.postAnyway(edition))) return settled;
    await audited('post anyway', nameOf(channel), context, world);
    return toAsker(said('It is posted again.'));
  },
};
