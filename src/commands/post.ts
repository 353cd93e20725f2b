import { z } from 'zod';
import { POST_ANYWAY } from '../deliver/index.ts';
import { debriefDocument } from '../document/debrief.ts';
import { wordsIn } from '../locale/index.ts';
import type { Button } from './action.ts';
import { audited } from './change.ts';
import { anotherChannel, channelOf, nameOf } from './channel/setting.ts';
import { command, refusal, toAsker } from './command.ts';
import { draftedDebrief } from './debriefs.ts';
import { said } from './said.ts';
import { waysOf } from './ways.ts';

export const preview = command({
  path: ['preview'],
  example: 'preview',
  audience: 'admin',
  options: z.object({}),
  async run(_options, context, world) {
    const { debrief, zone } = await draftedDebrief(context, world);
    return toAsker(debriefDocument(debrief, zone, await waysOf(debrief, context, world)));
  },
});

export const post = command({
  path: ['post'],
  example: 'post',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const { channel, known } = await channelOf(typed, context, world);
    if (!known) return refusal(said(settings.noneYet));
    await world.delivering.postNow(channel.id);
    await audited('post', nameOf(channel), context, world);
    return toAsker(said(settings.onItsWay(nameOf(channel, settings))));
  },
});

/** The button on the home page: what a channel would get now, shown to whoever pressed. */
export const previewButton: Button = {
  verb: 'preview',
  audience: 'admin',
  async press(id, context, world) {
    const channel = await world.store.channels.get(id);
    if (channel === null || channel.workspace !== context.workspace)
      return refusal(said(wordsIn(context.language).settings.noneAnyMore));
    return preview.run({}, { ...context, channel: channel.address }, world);
  },
};

export const republish = command({
  path: ['republish'],
  example: 'republish',
  audience: 'admin',
  options: z.object({ channel: anotherChannel }),
  async run({ channel: typed }, context, world) {
    const { settings } = wordsIn(context.language);
    const { channel } = await channelOf(typed, context, world);
    const done = await world.delivering.republish(channel.id);
    if (!done.ok) return refusal(said(settings.notEdited(nameOf(channel, settings), done.reason)));
    await audited('republish', nameOf(channel), context, world);
    return toAsker(said(settings.edited(nameOf(channel, settings))));
  },
});

/** The button below "nobody can tell whether the debrief stands there". */
export const postAnyway: Button = {
  verb: POST_ANYWAY,
  audience: 'admin',
  async press(edition, context, world) {
    const { settings } = wordsIn(context.language);
    const settled = refusal(said(settings.notInDoubt));
    const delivery = await world.store.deliveries.get(edition);
    const channel = delivery === null ? null : await world.store.channels.get(delivery.channel);
    if (channel?.workspace !== context.workspace) return settled;
    if (!(await world.delivering.postAnyway(edition))) return settled;
    await audited('post anyway', nameOf(channel), context, world);
    return toAsker(said(settings.postedAgain));
  },
};
