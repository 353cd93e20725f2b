import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/write/day.ts';
import { write } from '../../src/write/index.ts';
import { article } from '../samples.ts';
import { inputOf, NOW } from './newsroom-day.ts';

const published = '2026-11-24T06:00:00.000Z';

describe('what is told first', () => {
  it('in short is the sentence that stands alone, not the one that hangs on its headline', async () => {
    const { inShort } = await write(
      inputOf(
        [
          article(
            'lease',
            'The lease covers 140 megawatts of data center power and costs $3 billion over 12 years. Maro Cloud leased 140 megawatts of data center power near Tarvik for $3 billion.',
            { title: 'Maro Cloud leases data center power near Tarvik', published },
          ),
        ],
        { bounds: { points: 1, characters: 400 } },
      ),
      { editor: null },
    );
    expect(inShort.map(({ text }) => text)).toEqual([expect.stringMatching(/^Maro Cloud leased/)]);
  });

  it('takes no headline from what happened days before the rest of the story', async () => {
    const pumps = 'The pumps of the Tarvik hall cool 38,000 accelerators of Maro Cloud.';
    const { stories } = await write(
      inputOf([
        article('stopped', `Maro Cloud’s hall in Tarvik stopped on Sunday when its pumps failed. ${pumps}`, {
          title: 'Maro Cloud’s hall in Tarvik stopped on Sunday when its pumps failed',
          published: '2026-11-22T06:00:00.000Z',
        }),
        article('again', `Maro Cloud’s hall in Tarvik has run again since Tuesday with new pumps. ${pumps}`, {
          title: 'Breathing out in Tarvik, and a bill of $9 million',
          published,
        }),
      ]),
      { editor: null },
    );
    expect(stories.map(({ headline }) => headline.text)).toEqual([expect.stringMatching(/run again/)]);
  });

  it('of a story that goes on is what changed, well before what was told of it', () => {
    const text =
      'Maro Cloud leased 140 megawatts of data center power near Tarvik. Maro Cloud raised the lease to 190 megawatts on Monday.';
    const title = 'Maro Cloud leases data center power near Tarvik';
    const input = inputOf([article('lease', text, { title, published })]);
    const first = readDay(input);
    const candidates = first.stories.flatMap((story) => story.candidates);
    const [span] = candidates.find(({ text: line }) => line.includes('190'))?.rests ?? [];
    if (span === undefined) throw new Error('the raise can be told');
    const stories = input.stories.map((story) => ({
      ...story,
      novelty: { state: 'update', changes: [{ kind: 'report', span, was: null, now: null }], toldIn: NOW } as const,
    }));
    const day = readDay({ ...input, stories });
    const standing = new Map(
      day.stories.flatMap(({ candidates }) => candidates.map((each) => [each.text, day.standing(each)] as const)),
    );
    const [told = 0, changed = 0] = [/140/, /190/].map(
      (words) => [...standing].find(([text]) => words.test(text))?.[1],
    );
    expect(told).toBeGreaterThan(0);
    expect(changed).toBeGreaterThan(told * 2);
    // Were it told to nobody yet, neither would be before the other.
    expect(new Set(candidates.map((each) => first.standing(each))).size).toBe(1);
  });
});
