import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Debrief } from '../../src/model.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
});
afterEach(() => desk.close());

const SLOT = '2026-03-03T08:30:00.000Z';

const kinds = ({ stories }: Debrief): string[] =>
  stories.flatMap(({ quantities }) => quantities.flatMap(({ differences }) => differences.map(({ kind }) => kind)));
const heads = ({ headline, inShort, stories }: Debrief): string =>
  [headline?.text, ...inShort.map(({ text }) => text), ...stories.map((story) => story.headline.text)].join('\n');

/** Three papers on one price, the last far from the two that agree. */
async function threePrices(last: string, at = '2026-03-02T15:00:00.000Z'): Promise<void> {
  await desk.see(
    '2026-03-02T13:00:00.000Z',
    'GPU rental price at $3.10 an hour, Dalmeny index shows',
    'The rental price of an A40 accelerator stood at $3.10 an hour in the Dalmeny index of GPU clouds on Monday. Spot offers were scarce.',
    { publisher: 'Dalmeny Index' },
  );
  await desk.see(
    '2026-03-02T14:00:00.000Z',
    'A40 rental price little changed at $3.06 an hour',
    'The rental price of an A40 accelerator was $3.06 an hour at GPU clouds on Monday, according to the survey of Tarn Metrics.',
    { publisher: 'Tarn Metrics' },
  );
  await desk.see(
    at,
    `A40 rental price ${last} an hour`,
    `The rental price of an A40 accelerator reached ${last} an hour at GPU clouds, Compute Gossip found in a look at four offers.`,
    { publisher: 'Compute Gossip' },
  );
}

describe('sources that disagree', () => {
  it('leave the outlier out of every headline, and out of the key figures', async () => {
    await threePrices('$6.90');
    const edition = await desk.edition('infra', SLOT);
    expect(heads(edition)).toMatch(/\$3\.(?:10|06)/);
    expect(heads(edition)).not.toContain('$6.90');
    expect(edition.figures.map(({ figure }) => figure.text)).not.toContain('$6.90 an hour');
    expect(edition.stories).toHaveLength(1);
  });

  it('take nobody for an outlier who reports many hours later, when a number may have grown', async () => {
    await threePrices('$6.90', '2026-03-03T06:00:00.000Z');
    expect(heads(await desk.edition('infra', SLOT))).toContain('$6.90');
  });

  it('do not disagree where one revises what was said: it is told as it stands now', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Hexley Compute to Spend $34 Billion on Data Centers',
      'Hexley Compute plans capital spending of $34 billion on data centers this year.',
      { publisher: 'Sound Courier' },
    );
    await desk.see(
      '2026-03-02T18:00:00.000Z',
      'Hexley Compute Raises Data Center Spending to $38 Billion',
      'Hexley Compute raised its plan for capital spending on data centers this year to $38 billion from $34 billion.',
      { publisher: 'Harbour Wire' },
    );
    const edition = await desk.edition('infra', SLOT);
    expect(edition.stories).toHaveLength(1);
    expect(kinds(edition)).toContain('revision');
    expect(kinds(edition)).not.toContain('disagreement');
    expect(edition.figures.map(({ figure }) => figure.value)).not.toContain(34e9);
  });
});

describe('a storm', () => {
  it('that harms two utilities is one story of two facts, and goes on as one', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Data halls on diesel as Mirna cuts power to 180,000',
      'Hurricane Mirna left 180,000 customers of Sound Electric without power on Monday. Five data centers near Lund ran on generators.',
      { publisher: 'Sound Courier' },
    );
    await desk.see(
      '2026-03-02T11:00:00.000Z',
      '52,000 members of Fen Cooperative dark',
      'Fen Cooperative counted 52,000 members without electricity after Hurricane Mirna crossed the coast. A data center of Tarn Cloud draws on its own diesel generators.',
      { publisher: 'Fen Gazette' },
    );
    const first = await desk.edition('infra', SLOT);
    expect(first.stories).toHaveLength(1);
    expect(kinds(first)).toEqual([]);
    const told = [...first.inShort, ...first.stories.flatMap(({ headline, points }) => [headline, ...points])];
    expect(told.map(({ text }) => text).join('\n')).toMatch(/180,000[\s\S]*52,000|52,000[\s\S]*180,000/);
    await desk.see(
      '2026-03-03T10:00:00.000Z',
      'Data centers on the coast get the grid back',
      'Sound Electric reconnected four of the five data centers that Hurricane Mirna had cut off. The fifth waits for a substation.',
      { publisher: 'Sound Courier' },
    );
    const next = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(next.stories.map(({ novelty }) => novelty.state)).toEqual(['update']);
  });
});

describe('a headline', () => {
  it('of a title that its text does not carry is what happened, and not the point in short again', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Hexley turns its back on the fjord',
      'Hexley Compute gave up its data center campus near Tarvik on Monday, after three years of quarrels about cooling water.',
      { publisher: 'Fen Gazette' },
    );
    const { inShort, stories } = await desk.edition('infra', SLOT);
    expect(inShort.map(({ text }) => text)).toEqual([
      'Hexley Compute gave up its data center campus near Tarvik on Monday, after three years of quarrels about cooling water.',
    ]);
    expect(stories.map(({ headline }) => headline.text)).toEqual([
      'Hexley Compute gave up its data center campus near Tarvik',
    ]);
  });
});

describe('a mishap', () => {
  it('is headed by what happened, and not by what it led to alone', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Outage at Maro Cloud’s Tarvik campus takes customers offline',
      'Maro Cloud’s Tarvik campus lost electricity on Monday in an outage that took AI customers offline for four hours, the company said.\n\nThe outage began when a breaker failed in one of three halls.',
      { publisher: 'Fen Gazette' },
    );
    const { stories } = await desk.edition('infra', SLOT);
    expect(stories.map(({ headline }) => headline.text).join()).toMatch(/^Outage at Maro Cloud’s Tarvik campus/);
  });

  it('is no step of a deal of the same two, and is followed as what it is', async () => {
    await desk.see(
      '2026-03-02T14:00:00.000Z',
      'Halden Systems wins $900 million cloud contract from Norvik Bank',
      'Halden Systems won a contract worth $900 million to run the data centres of Norvik Bank for eight years, the companies said on Monday.\n\nHalden will move the bank’s systems to its cloud in Oslo.',
    );
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T14:00:00.000Z',
      'Halden Systems outage hits Norvik Bank',
      'An outage at a data centre of Halden Systems in Oslo kept customers of Norvik Bank from their accounts on Tuesday, the bank said.\n\nHalden said that a cooling pump had failed, and that its cloud was back after three hours.',
    );
    const second = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(second.stories.map(({ novelty }) => novelty.state)).toEqual(['new']);
    await desk.see(
      '2026-03-04T14:00:00.000Z',
      'Halden Systems to refund Norvik Bank for outage',
      'Halden Systems will refund Norvik Bank $2 million for Tuesday’s outage at its data centre in Oslo, which kept customers of the bank from their accounts, the bank said on Wednesday.',
    );
    const third = await desk.edition('infra', '2026-03-05T08:30:00.000Z');
    expect(third.stories.map(({ novelty }) => novelty.state)).toEqual(['update']);
  });
});
