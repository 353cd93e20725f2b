import { readSchedule, scheduleInWords } from '../../deliver/index.ts';
import { ANY_TOPIC, DEFAULT_CHOICE, defaultSchedule } from '../../domain/habits.ts';
import { topics } from '../../domain/topics.ts';
import { UsageError } from '../../errors.ts';
import { wordsIn } from '../../locale/index.ts';
import type { FormAction } from '../action.ts';
import { channelOf, saved, startedFrom } from '../channel/setting.ts';

/** Where the debrief is posted, when, and about what: the whole of setting a channel up. */
export const scheduleForm: FormAction = {
  verb: 'schedule',
  audience: 'admin',
  async open(argument, context, world) {
    const words = wordsIn(context.language).talk.forms.schedule;
    const row = argument === '' ? null : await world.store.channels.get(argument);
    const known = row?.workspace === context.workspace ? row : null;
    const here = known ?? (context.channel === null ? null : (await channelOf(undefined, context, world)).channel);
    const { schedule, choice } = here ?? {
      schedule: defaultSchedule(context.zone ?? world.zone),
      choice: DEFAULT_CHOICE,
    };
    return {
      id: argument === '' ? 'schedule' : `schedule:${argument}`,
      title: words.title,
      submit: words.submit,
      fields: [
        {
          name: 'channel',
          label: words.channel,
          hint: words.channelHint,
          required: true,
          kind: 'channel',
          initial: here?.address ?? null,
          options: [],
        },
        {
          name: 'when',
          label: words.when,
          hint: words.whenHint,
          required: true,
          kind: 'line',
          initial: scheduleInWords(schedule),
          options: [],
        },
        {
          name: 'topics',
          label: words.topics,
          hint: words.topicsHint,
          required: false,
          kind: 'choices',
          initial: choice.topics.length === 0 ? null : choice.topics.join(','),
          options: [
            ...topics().map(({ id, name }) => ({ value: id, label: name })),
            { value: ANY_TOPIC, label: words.anyTopic },
          ],
        },
      ],
    };
  },
  async submit(_argument, values, context, world) {
    const address = values.channel?.[0];
    if (address === undefined)
      return { faults: { channel: wordsIn(context.language).talk.forms.schedule.channelFault } };
    const found = await channelOf(address, context, world);
    const reading = readSchedule(values.when?.[0] ?? '', found.channel.schedule, wordsIn(context.language));
    if ('faults' in reading) return { faults: { when: reading.faults.join('\n') } };
    const topics = (values.topics ?? []).toSorted();
    const choice = { ...found.channel.choice, topics: topics.includes(ANY_TOPIC) ? [ANY_TOPIC] : topics };
    try {
      const reply = await saved(
        found,
        { schedule: reading.schedule, choice, ...startedFrom(found.channel) },
        'channel schedule',
        context,
        world,
      );
      return reply.ok ? reply : { faults: { channel: reply.document.summary } };
    } catch (error) {
      if (error instanceof UsageError) return { faults: { when: error.faults.join('\n') } };
      throw error;
    }
  },
};
