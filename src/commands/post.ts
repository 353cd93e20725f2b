import { z } from 'zod';
import { POST_ANYWAY } from '../deliver/index.ts';
import { debriefDocument } from '../document/debrief.ts';
import type { Button } from './action.ts';
import { audited } from './audit.ts';
import { anotherChannel, channelOf, nameOf } from './channel/setting.ts';
import { command, refusal, toAsker } from './command.ts';
import { habitOf } from './debriefs.ts';
import { hiddenIn, withoutHidden } from './hidden.ts';
import { said } from './said.ts';

export const preview = command({
  path: ['preview'],
  summary: 'what would be posted here now, shown to you alone',
  example: 'preview',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { choice, zone } = await habitOf(context, world);
    const debrief = await world.pipeline.compose(choice, world.clock.now(), 'look');
    return toAsker(debriefDocument(withoutHidden(debrief, await hiddenIn(context.workspace, world.store)), zone));
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
    const again = await world.delivering.postAnyway(edition);
    if (!again) return refusal(said('This debrief is not in doubt any more; nothing was posted.'));
    await audited('post anyway', edition, context, world);
    return toAsker(said('It is posted again.'));
  },
};
