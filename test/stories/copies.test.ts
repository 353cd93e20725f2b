import { describe, expect, it } from 'vitest';
import { copySets, originNamed } from '../../src/stories/copies.ts';
import { article, evidenceOf, hour } from './article.ts';

const WIRE =
  `LIMA, Ohio (Meridian Wire) - Northwind Cloud will lease 2.4 gigawatts of power in northwest Ohio through 2036, the
company said on Tuesday, in what it called its largest contract so far. The first 600 megawatts are due in the third quarter of
2026 and the rest follows by 2029. Two gas plants and a restarted reactor supply the site, which lies on former farmland near the
river. "We ran out of transformers before we ran out of land," said Mara Lindqvist, head of energy at Northwind. Residents had
asked for a limit on noise, which the county council refused in a vote last week.`.replaceAll('\n', ' ');

const OWN =
  `Northwind Cloud has signed for ten years of electricity in Ohio. A filing that Rackline read shows what the landlord owes
if the substation is late: two million dollars for every month. "We ran out of transformers before we ran out of land," said Mara
Lindqvist, head of energy at Northwind. Nobody in the state has taken as long a lease, three brokers told us, and two of them doubt
that the reactor will be back before 2028. The farm families who sold their fields got shares in the plants instead of cash.`.replaceAll(
    '\n',
    ' ',
  );

const swap = (text: string, ...pairs: [string, string][]): string =>
  pairs.reduce((all, [from, to]) => all.replaceAll(from, to), text);

const original = article({
  publisher: 'Meridian Wire',
  title: 'Northwind leases power',
  text: WIRE,
  published: hour(0),
});

const sets = (...articles: Parameters<typeof copySets>[0][number][]) => copySets(articles, evidenceOf(articles));

describe('one text in many places', () => {
  it('knows a wire text word for word', () => {
    const copy = article({ publisher: 'Fairfield Post', title: 'Northwind in Ohio', text: WIRE, published: hour(2) });
    expect(sets(original, copy)).toEqual([{ source: original.id, copies: [{ article: copy.id, altered: false }] }]);
  });

  it('knows one that was shortened and has a new first sentence', () => {
    const text = `Big news for the region. ${WIRE.slice(0, WIRE.indexOf(' Residents had'))}`;
    const copy = article({ publisher: 'Loudon Times', title: 'Power deal', text, published: hour(3) });
    expect(sets(original, copy)[0]?.source).toBe(original.id);
  });

  it('knows a release pasted whole under a line of the editor', () => {
    const text = `Editor: the following is a statement of the company.\n\n${WIRE}`;
    const copy = article({ publisher: 'Data Today', title: 'Northwind statement', text, published: hour(1) });
    expect(sets(original, copy)[0]?.copies).toEqual([{ article: copy.id, altered: false }]);
  });

  it('knows a copy with words swapped for synonyms', () => {
    const text = swap(
      WIRE,
      ['will lease', 'is going to rent'],
      ['largest contract', 'biggest agreement'],
      ['due', 'expected'],
      ['follows', 'comes'],
      ['supply', 'feed'],
      ['lies on', 'stands on'],
      ['former farmland', 'old fields'],
      ['Residents had', 'Neighbours had'],
      ['asked for', 'demanded'],
      ['limit', 'cap'],
      ['refused', 'rejected'],
      ['company said', 'firm stated'],
    );
    const copy = article({ publisher: 'Click Mill', title: 'Northwind rents power', text, published: hour(5) });
    expect(sets(original, copy)[0]?.copies.map((each) => each.article)).toEqual([copy.id]);
  });

  it('takes the wire that the text names for the source, even where a copy came first', () => {
    const early = article({ publisher: 'Fairfield Post', title: 'Northwind in Ohio', text: WIRE, published: hour(-4) });
    expect(sets(early, original)[0]?.source).toBe(original.id);
  });

  it('takes the earliest where nobody is named', () => {
    const text = WIRE.replace(' (Meridian Wire)', '');
    const late = article({ publisher: 'Loudon Times', title: 'B', text, published: hour(6) });
    const early = article({ publisher: 'Fairfield Post', title: 'A', text, published: hour(1) });
    expect(sets(late, early)[0]?.source).toBe(early.id);
  });

  it('marks a copy whose quote was changed', () => {
    const text = swap(WIRE, ['We ran out of transformers', 'We ran short of transformers']);
    const copy = article({ publisher: 'Click Mill', title: 'Northwind', text, published: hour(2) });
    expect(sets(original, copy)[0]?.copies).toEqual([{ article: copy.id, altered: true }]);
  });

  it('takes the text with its quotes intact, where an earlier one changed them', () => {
    const plain = WIRE.replace(' (Meridian Wire)', '');
    const changed = swap(plain, ['We ran out of transformers', 'We ran short of transformers']);
    const first = article({ publisher: 'Click Mill', title: 'A', text: changed, published: hour(0) });
    const second = article({ publisher: 'Fairfield Post', title: 'B', text: plain, published: hour(1) });
    const third = article({ publisher: 'Loudon Times', title: 'C', text: plain, published: hour(2) });
    expect(sets(first, second, third)[0]?.source).toBe(second.id);
  });
});

describe('no copies', () => {
  it('leaves a report of its own alone, though it quotes the same words', () => {
    const report = article({ publisher: 'Rackline', title: 'What the lease says', text: OWN, published: hour(4) });
    expect(sets(original, report)).toEqual([]);
  });

  it('leaves a long report alone that prints a statement within its own text', () => {
    const long = `${OWN} ${OWN.replaceAll('Ohio', 'the state').split(' ').reverse().join(' ')} ${WIRE}`;
    const report = article({ publisher: 'Rackline', title: 'The long read', text: long, published: hour(9) });
    expect(sets(original, report)).toEqual([]);
  });

  it('leaves two results apart that follow one form', () => {
    const form = (company: string, revenue: string, change: string) =>
      `${company} reported revenue of ${revenue}, ${change} from the year before. The company expects growth to go on.`;
    const one = article({ publisher: 'Ledger', title: 'A', text: form('Helio', '$8.1 billion', 'up 40%') });
    const other = article({ publisher: 'Ledger', title: 'B', text: form('Tessera', '$2.2 billion', 'down 3%') });
    expect(sets(one, other)).toEqual([]);
  });

  it('says nothing of empty texts', () => {
    expect(sets(article({ title: 'A', text: '' }), article({ title: 'B', text: '' }))).toEqual([]);
  });

  it('reads half a megabyte of marks without delay', () => {
    const text = '“"(/by '.repeat(75_000);
    expect(copySets([article({ title: 'A', text }), article({ title: 'B', text: OWN })], new Map())).toEqual([]);
  });
});

describe('the origin that a text names', () => {
  it.each([
    ['a dateline', 'HOUSTON, Nov 3 (Reuters) - A plant closed.', 'Reuters'],
    ['a service for releases', 'AUSTIN, Texas /PRNewswire/ -- Tessera today announced a board.', 'PR Newswire'],
    ['a byline', 'By Associated Press\n\nA plant closed.', 'Associated Press'],
    ['a credit', 'A plant closed.\n\nThis article originally appeared on Utility Dive.', 'Utility Dive'],
  ])('reads %s', (_, text, origin) => {
    expect(originNamed({ text, author: null })).toBe(origin);
  });

  it('takes a mention in the text for none', () => {
    const text = 'A plant closed on Monday. Its owner had told Reuters in May that it would stay open.';
    expect(originNamed({ text, author: null })).toBeNull();
  });
});
