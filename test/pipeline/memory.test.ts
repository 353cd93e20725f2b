import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Debrief } from '../../src/model.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
});
afterEach(() => desk.close());

const headlines = ({ stories }: Debrief) => stories.map(({ headline }) => headline.text);

const lease = (at: string, rest = {}) =>
  desk.see(
    at,
    'Maro Cloud leases 140 megawatts of data center capacity near Tarvik',
    'Maro Cloud has leased 140 megawatts of data center capacity near Tarvik from Fjell Estates, the landlord said on Monday. The lease runs for 12 years.',
    rest,
  );
const chip = (at: string, rest = {}) =>
  desk.see(
    at,
    'Ostrel shows an AI accelerator with 288 gigabytes of memory',
    'The chip maker Ostrel showed its K2 accelerator in Leuven on Tuesday, with 288 gigabytes of HBM4 memory. It sells from June.',
    rest,
  );

describe('what a channel was told', () => {
  it('is its own: a channel that came later is told what another knows', async () => {
    await lease('2026-03-02T14:00:00.000Z');
    expect(headlines(await desk.edition('first', '2026-03-03T08:30:00.000Z'))).toHaveLength(1);
    await chip('2026-03-03T10:00:00.000Z');
    const [first, second] = [
      await desk.edition('first', '2026-03-03T12:00:00.000Z'),
      await desk.edition('second', '2026-03-03T12:00:00.000Z'),
    ];
    expect(headlines(first)).toEqual([expect.stringContaining('Ostrel')]);
    expect(headlines(second).toSorted()).toEqual([expect.stringContaining('Maro'), expect.stringContaining('Ostrel')]);
  });

  it('is the server’s that was shown it, where two of one choice are told at different times', async () => {
    await lease('2026-03-02T14:00:00.000Z');
    expect(headlines(await desk.edition('acme/infra', '2026-03-03T06:00:00.000Z'))).toHaveLength(1);
    await chip('2026-03-03T07:00:00.000Z');
    expect(headlines(await desk.edition('harbour/infra', '2026-03-03T08:30:00.000Z'))).toHaveLength(2);
    expect(headlines(await desk.edition('acme/infra', '2026-03-04T06:00:00.000Z'))).toEqual([
      expect.stringContaining('Ostrel'),
    ]);
    expect(headlines(await desk.edition('harbour/infra', '2026-03-04T08:30:00.000Z'))).toEqual([]);
  });

  it('is shared where it is the same: one debrief for two channels', async () => {
    await lease('2026-03-02T09:00:00.000Z');
    const one = await desk.edition('one', '2026-03-03T08:30:00.000Z');
    expect((await desk.edition('other', '2026-03-03T08:30:00.000Z')).id).toBe(one.id);
    await chip('2026-03-03T10:00:00.000Z');
    const next = await desk.edition('one', '2026-03-04T08:30:00.000Z');
    expect((await desk.edition('other', '2026-03-04T08:30:00.000Z')).id).toBe(next.id);
  });

  it('is what was posted: a look or a refused edition tells nobody', async () => {
    await lease('2026-03-02T09:00:00.000Z');
    expect(headlines(await desk.look('infra', '2026-03-02T12:00:00.000Z'))).toHaveLength(1);
    expect(headlines(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toHaveLength(1);
    await chip('2026-03-04T09:00:00.000Z');
    await desk.edition('infra', '2026-03-05T08:30:00.000Z', 'refused');
    expect(headlines(await desk.edition('infra', '2026-03-06T08:30:00.000Z'))).toEqual([
      expect.stringContaining('Ostrel'),
    ]);
  });
});

describe('a window', () => {
  beforeEach(() => desk.edition('infra', '2026-03-02T08:30:00.000Z'));

  it('has what was published before the last edition and gathered after it', async () => {
    await lease('2026-03-02T11:00:00.000Z', { published: '2026-03-02T06:00:00.000Z' });
    expect(headlines(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toHaveLength(1);
    expect(headlines(await desk.edition('infra', '2026-03-04T08:30:00.000Z'))).toEqual([]);
  });

  it('has what bears a day without a time, no date, or one that lies ahead', async () => {
    await lease('2026-03-03T11:00:00.000Z', { published: '2026-03-03T00:00:00.000Z' });
    await chip('2026-03-03T11:00:00.000Z', { published: null });
    await desk.see(
      '2026-03-03T11:00:00.000Z',
      'Brask Fiber orders a submarine cable to Iceland',
      'Brask Fiber has ordered a submarine cable to Iceland for $90 million, it said on Tuesday. The cable lands at data centers in Keflavik.',
      { published: '2026-03-08T00:00:00.000Z' },
    );
    expect(headlines(await desk.edition('infra', '2026-03-04T08:30:00.000Z'))).toHaveLength(3);
  });

  it('spans the slots that were missed for three days', async () => {
    await lease('2026-03-03T09:00:00.000Z');
    await chip('2026-03-04T09:00:00.000Z');
    expect(headlines(await desk.edition('infra', '2026-03-05T08:30:00.000Z'))).toHaveLength(2);
  });

  it('has the last days of a feed that comes back after a week, and nothing older', async () => {
    await lease('2026-03-10T09:00:00.000Z', { published: '2026-03-02T09:30:00.000Z' });
    await chip('2026-03-10T09:00:00.000Z', { published: '2026-03-06T09:30:00.000Z' });
    expect(headlines(await desk.edition('infra', '2026-03-11T08:30:00.000Z'))).toEqual([
      expect.stringContaining('Ostrel'),
    ]);
  });
});

describe('a fact that was told', () => {
  it('is not told again in another order of its clauses', async () => {
    await desk.see(
      '2026-03-02T20:00:00.000Z',
      'Ostrel reports revenue of $12.4 billion on demand for AI accelerators',
      'Ostrel reported revenue of $12.4 billion for its fourth quarter on Monday, up 31% from a year ago. Data center revenue was $9.1 billion.',
    );
    expect(headlines(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toHaveLength(1);
    await desk.see(
      '2026-03-03T11:00:00.000Z',
      'Where the money of Ostrel comes from',
      'Of the $12.4 billion that Ostrel earned as revenue in its fourth quarter, $9.1 billion came from AI accelerators for data centers, and the phones that it began with hardly matter.',
      { publisher: 'Harbour Wire' },
    );
    expect(headlines(await desk.edition('infra', '2026-03-04T08:30:00.000Z'))).toEqual([]);
  });

  it('is no key figure of another story, however that one words it', async () => {
    await desk.see(
      '2026-03-02T16:00:00.000Z',
      'Maro Cloud borrows $1.7 billion for its Tarvik data center',
      'Maro Cloud has taken out a term loan of $1.7 billion from six banks to finish its data center in Tarvik.',
    );
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T12:00:00.000Z',
      'Rating agency cuts outlook of Maro Cloud',
      'The rating agency Harl cut its outlook for Maro Cloud to negative on Tuesday, as the debt of Maro Cloud will rise to $9.1 billion in 2027.\n\nOn Monday the company had taken out a loan of $1.7 billion from banks, for a data center in Tarvik.',
      { publisher: 'Harbour Wire' },
    );
    const { stories, figures } = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(stories).toHaveLength(1);
    expect(figures.map(({ figure }) => figure.text)).toEqual(['$9.1 billion']);
  });

  it('is news where a date is set for it', async () => {
    await lease('2026-03-02T14:00:00.000Z');
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T12:00:00.000Z',
      'Fjell Estates sues Maro Cloud over Tarvik data center lease',
      'Fjell Estates has sued Maro Cloud for $31 million over the lease of 140 megawatts of data center capacity near Tarvik, court papers show. The landlord says that three payments were missed.',
      { publisher: 'Harbour Wire' },
    );
    const [suit] = (await desk.edition('infra', '2026-03-04T08:30:00.000Z')).stories;
    expect(suit?.novelty.state).toBe('update');
    await desk.see(
      '2026-03-04T12:00:00.000Z',
      'Date set for trial over Tarvik data center lease',
      'The suit of Fjell Estates against Maro Cloud over the lease of data center capacity near Tarvik will be heard from 4 May, a court said on Wednesday.',
      { publisher: 'Harbour Wire' },
    );
    const [story] = (await desk.edition('infra', '2026-03-05T08:30:00.000Z')).stories;
    expect(story?.novelty.changes.map(({ span }) => span.text).join(' ')).toContain('from 4 May');
  });
});

describe('what a story may rest on beside the news', () => {
  it('is what was read of it in the three days before, not what is older', async () => {
    for (const [at, publisher] of [
      ['2026-03-01T09:00:00.000Z', 'Harbour Ledger'],
      ['2026-03-04T09:00:00.000Z', 'Rackline'],
      ['2026-03-06T09:00:00.000Z', 'Grid Weekly'],
    ] as const)
      await desk.see(
        at,
        'Maro Cloud leases 140 megawatts near Tarvik from Fjell Estates',
        `${publisher} has learnt that Maro Cloud leased 140 megawatts of data center capacity near Tarvik from Fjell Estates. The lease runs for 12 years.`,
        { publisher },
      );
    const { stories, sources } = await desk.edition('infra', '2026-03-06T12:00:00.000Z');
    expect(stories).toHaveLength(1);
    expect(sources.map(({ publisher }) => publisher).toSorted()).toEqual(['Grid Weekly', 'Rackline']);
  });
});
