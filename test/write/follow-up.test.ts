import { describe, expect, it } from 'vitest';
import { filter } from '../../src/pipe/editions.ts';

type Report = { readonly seen: string; readonly publisher: string; readonly title: string; readonly text: string };
type Told = {
  readonly inShort: readonly { readonly text: string }[];
  readonly stories: readonly { readonly headline: string; readonly status: string }[];
};

/** The editions of 08:00 on 6 and 7 October, of these reports. */
async function editionsOf(reports: readonly Report[]): Promise<readonly Told[]> {
  const days = await filter.open({ at: '08:00', zone: 'UTC', from: '2026-10-05', to: '2026-10-07' });
  for (const [index, { seen, ...rest }] of reports.entries()) {
    await days.line({
      id: `r${index}`,
      url: `https://${rest.publisher.toLowerCase().replaceAll(' ', '-')}.example/${index}`,
      published: seen,
      seen,
      ...rest,
    });
  }
  return JSON.parse(JSON.stringify(await days.end?.()));
}

const RULING: Report = {
  seen: '2026-10-05T15:00:00Z',
  publisher: 'Grid Ledger',
  title: 'Court halts 1.2-gigawatt campus over water permits',
  text: `A court in Zaragoza has halted work on a 1.2-gigawatt data-centre campus near Alcañiz, ruling that the regional government gave its developer, Solano Digital, a permit for 640,000 cubic metres of water a year without asking the river authority.

Solano must stop earthworks within ten days. It has spent €380 million on the site so far, and said that it would appeal.

"The river was not asked, and the river has a lawyer now," said Carmen Ibarra, who represents the irrigators.`,
};

describe('what became of a story', () => {
  it('is told where its number only says which thing is meant, and not in words of the day before', async () => {
    const [, today] = await editionsOf([
      RULING,
      {
        seen: '2026-10-06T15:00:00Z',
        publisher: 'Grid Ledger',
        title: 'Solano Digital appeals ruling that halted campus near Alcañiz',
        text: `Solano Digital has appealed against a ruling that halted its 1.2-gigawatt data-centre campus near Alcañiz, and offered to cool it with treated waste water, its lawyer said. The change would cost €95 million and delay the first hall until 2029.`,
      },
    ]);
    expect(today?.stories).toHaveLength(1);
    expect(today?.stories[0]).toMatchObject({ status: 'update' });
    expect(today?.stories[0]?.headline).toMatch(/appeal/);
    expect(today?.inShort.map(({ text }) => text).join(' ')).toContain('treated waste water');
  });
});

describe('in short', () => {
  it('has an event once that two publishers begin with in their own words', async () => {
    const [today] = await editionsOf([
      {
        seen: '2026-10-06T05:40:00Z',
        publisher: 'Tarn Weekly',
        title: 'Brightmoor signs 900 MW nuclear deal with owner of Calder station',
        text: `Brightmoor, the cloud company based in Leeds, has agreed to buy 900 megawatts for its data centres from the Calder nuclear station for 15 years, the two companies said on Tuesday.

Deliveries begin with 300 megawatts in April 2028.`,
      },
      {
        seen: '2026-10-06T06:30:00Z',
        publisher: 'Harbour Wire',
        title: 'Brightmoor to take 900MW of nuclear power from Hesketh',
        text: `Cloud computing company Brightmoor will buy 900 MW of electricity from Hesketh Generation's Calder nuclear plant under a 15-year contract valued at 4.1 billion pounds, the companies announced on Tuesday.

Brightmoor said it expects the power to serve three data-centre campuses in Yorkshire that together will hold 400,000 accelerators.`,
      },
    ]);
    expect(today?.stories).toHaveLength(1);
    const buying = today?.inShort.filter(({ text }) => /\bbuy\b/u.test(text));
    expect(buying).toHaveLength(1);
  });
});
