import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Debrief } from '../../src/model.ts';
import { withdrawalsAmong } from '../../src/stories/withdrawals.ts';
import { article, evidenceOf } from '../stories/article.ts';
import { type Newsdesk, openNewsdesk } from './newsdesk.ts';

let desk: Newsdesk;
beforeEach(async () => {
  desk = await openNewsdesk();
});
afterEach(() => desk.close());

/** All that an edition asserts. */
const said = ({ inShort, stories, figures }: Debrief): string =>
  [
    ...inShort.map(({ text }) => text),
    ...stories.flatMap(({ headline, points }) => [headline, ...points].map(({ text }) => text)),
    ...figures.map(({ figure }) => `${figure.text}: ${figure.caption}`),
  ].join('\n');

const report = (at: string) =>
  desk.see(
    at,
    'Quarrel Power to Supply Lund Data Campus for $420 Million a Year',
    'Quarrel Power will supply 310 megawatts to the data center campus of Hexley Compute in Lund from 2028. Hexley Compute will pay $420 million a year for the electricity.',
    { publisher: 'Sound Courier' },
  );
const correction = (at: string) =>
  desk.see(
    at,
    'Correction: Hexley Compute Pays Quarrel Power $240 Million a Year, Not $420 Million',
    'Hexley Compute will pay Quarrel Power $240 million a year for the electricity of its data center campus in Lund, rather than $420 million as the Sound Courier wrote on Monday.',
    { publisher: 'Sound Courier' },
  );
const rumour = (at: string) =>
  desk.see(
    at,
    'Hexley Compute in Talks to Buy Rival Tarn Cloud, Sources Say',
    'Hexley Compute is in talks to buy its rival Tarn Cloud, which rents out 18,000 accelerators, for $3.2 billion, two people with knowledge of the matter said on Monday.',
    { publisher: 'Harbour Wire' },
  );
const denial = (at: string) =>
  desk.see(
    at,
    'Tarn Cloud Denies Talks About Sale to Hexley Compute',
    'Tarn Cloud said on Tuesday that it was not in talks with Hexley Compute or with anybody else, and that reports of a sale were untrue.',
    { publisher: 'Lund Gazette' },
  );

describe('a figure that was corrected', () => {
  it('before the slot is told as it holds', async () => {
    await report('2026-03-02T10:00:00.000Z');
    await correction('2026-03-02T18:00:00.000Z');
    const edition = await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    expect(edition.figures.map(({ figure }) => figure.text)).not.toContain('$420 million');
    expect(said(edition)).toContain('$240 million');
    expect(said(edition)).not.toMatch(/will pay \$420 million/);
  });

  it('at the very slot is of that edition', async () => {
    await report('2026-03-02T10:00:00.000Z');
    await correction('2026-03-03T08:30:00.000Z');
    expect(said(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).not.toMatch(/will pay \$420 million/);
  });

  it('after the slot is news of the next edition, with what was said before', async () => {
    await report('2026-03-02T10:00:00.000Z');
    expect(said(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toContain('$420 million');
    // In the very instant of the slot: whichever edition has it, it is not lost.
    await correction('2026-03-04T08:30:00.000Z');
    const next = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(next.stories.map(({ novelty }) => novelty.state)).toEqual(['update']);
    const [change] = next.stories[0]?.novelty.changes ?? [];
    expect(change).toMatchObject({ kind: 'correction', was: { text: '$420 million a year' } });
    expect(said(next)).toContain('$240 million');
    expect(next.figures.map(({ figure }) => figure.text)).not.toContain('$420 million');
    expect(said(await desk.edition('infra', '2026-03-05T08:30:00.000Z'))).toBe('');
  });

  it('is not said again by the sentence of the correction that tells what was wrong', async () => {
    await report('2026-03-02T10:00:00.000Z');
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T18:00:00.000Z',
      'Correction: What Hexley Compute Pays Quarrel Power in Lund',
      'The Sound Courier reported on Monday that Hexley Compute will pay $420 million a year for the electricity of its data center campus. Quarrel Power said on Tuesday that Hexley Compute will pay $240 million a year.',
      { publisher: 'Sound Courier' },
    );
    const next = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(said(next)).toContain('$240 million');
    expect(said(next)).not.toContain('$420 million');
  });

  it('in its title alone is taken back too', async () => {
    await report('2026-03-02T10:00:00.000Z');
    await desk.see(
      '2026-03-02T18:00:00.000Z',
      'CORRECTED: Hexley Compute Pays Quarrel Power $240 Million a Year, Not $420 Million',
      'Hexley Compute, which builds a data center campus in Lund, gets its electricity from Quarrel Power for $240 million a year. The contract runs for nine years.',
    );
    expect(said(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).not.toContain('$420 million');
  });
});

describe('what a publisher corrects', () => {
  it('in a headline and a note below is told as corrected, with what was said before', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Lumen Bridge raises $480 million for optical links between accelerators',
      'Lumen Bridge, which makes optical links between accelerators, has raised $480 million from Harbour Partners.',
      { publisher: 'Sound Courier' },
    );
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T12:00:00.000Z',
      'CORRECTED: Lumen Bridge raises $408 million for optical links between accelerators',
      '(Corrects amount in headline and first paragraph)\n\nLumen Bridge, which makes optical links between accelerators, has raised $408 million from Harbour Partners. An earlier version of this article gave the amount as $480 million.',
      { publisher: 'Sound Courier' },
    );
    const [story] = (await desk.edition('infra', '2026-03-04T08:30:00.000Z')).stories;
    expect(story?.novelty.changes[0]).toMatchObject({
      kind: 'correction',
      was: { text: '$480 million' },
      now: { text: '$408 million' },
    });
    expect(story?.headline.text).toBe('Lumen Bridge raises $408 million for optical links between accelerators');
  });

  it('is not what somebody had reported before: that stands', () => {
    const later = article({
      title: 'Hexley Compute sits on orders of $9 billion for its data centers',
      text: 'Hexley Compute has orders of $9 billion. It had reported revenue of $420 million an hour before and forecast $500 million.',
    });
    expect([...withdrawalsAmong([later], evidenceOf([later])).keys()]).toEqual([]);
  });
});

describe('a report that was denied', () => {
  it('on the same day is not told, and the denial is', async () => {
    await rumour('2026-03-02T10:00:00.000Z');
    await denial('2026-03-02T18:00:00.000Z');
    const edition = await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    expect(edition.stories).toHaveLength(1);
    expect(said(edition)).toContain('not in talks');
    expect(said(edition)).not.toContain('$3.2 billion');
  });

  it('a day later is taken back in an update', async () => {
    await rumour('2026-03-02T10:00:00.000Z');
    expect(said(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toContain('$3.2 billion');
    await denial('2026-03-03T18:00:00.000Z');
    const edition = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(edition.stories.map(({ novelty }) => [novelty.state, novelty.changes[0]?.kind])).toEqual([
      ['update', 'denial'],
    ]);
    expect(said(edition)).toContain('not in talks');
    expect(said(edition)).not.toContain('$3.2 billion');
  });

  it('by whoever it is about, in words of their own, is taken back; no reply is no denial', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Quillon AI in talks to raise $12 billion, sources say',
      'Quillon AI, a developer of language models with a GPU cluster in Lund, is in talks to raise $12 billion, people with knowledge of the matter said. Quillon did not reply to a request for comment.',
      { publisher: 'Harbour Wire' },
    );
    const first = await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    expect(said(first)).toContain('$12 billion');
    expect(said(first)).not.toContain('request for comment');
    await desk.see(
      '2026-03-03T18:00:00.000Z',
      'Quillon AI says it is not raising money',
      'Quillon AI is not in talks to raise money, its finance chief said on Tuesday, contradicting a report of Harbour Wire.',
      { publisher: 'Lund Gazette' },
    );
    const { stories } = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(stories.map(({ novelty }) => novelty.changes[0]?.kind)).toEqual(['denial']);
  });

  it('leaves alone what a court or a buyer rejects', async () => {
    await desk.see(
      '2026-03-02T10:00:00.000Z',
      'Court Rejects Appeal Against Hexley Data Center in Lund',
      'A court in Malmo rejected an appeal against the data center campus that Hexley Compute builds in Lund for $2.1 billion. Work goes on in April.',
    );
    expect(said(await desk.edition('infra', '2026-03-03T08:30:00.000Z'))).toContain('$2.1 billion');
  });
});

describe('what sums up the news of others', () => {
  it('is no story and no update', async () => {
    await report('2026-03-02T10:00:00.000Z');
    await desk.edition('infra', '2026-03-03T08:30:00.000Z');
    await desk.see(
      '2026-03-03T10:00:00.000Z',
      'The week in clusters',
      'Quarrel Power supplies 310 megawatts to Hexley Compute. A cable reaches Iceland. Accelerators get dearer by 4%.',
    );
    const { stories, leftOut } = await desk.edition('infra', '2026-03-04T08:30:00.000Z');
    expect(stories).toEqual([]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['sums up what others report']);
  });
});
