import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readField } from '../../src/config/field.ts';
import { AI_INFRASTRUCTURE } from '../../src/domain/ai-infrastructure/index.ts';
import { chooseField, field, fieldName } from '../../src/domain/in-use.ts';

const FILE = join(import.meta.dirname, '../../docs/fisheries.json');
const FISHERIES = readField(FILE);

type Line = {
  readonly inShort: readonly { readonly text: string }[];
  readonly stories: readonly { readonly headline: string; readonly status: string; readonly publishers: number }[];
  readonly figures: readonly { readonly text: string }[];
};

const NEWS: readonly (readonly [seen: string, publisher: string, title: string, text: string])[] = [
  [
    '2026-03-02T09:00:00Z',
    'Tidewater Press',
    'Commission cuts mackerel quota on the North Shelf to 410,000 tonnes',
    'The North Shelf Fisheries Commission cut the total allowable catch of mackerel for 2027 to 410,000 tonnes on Monday, 22% less than this year, after surveys found a smaller spawning stock.',
  ],
  [
    '2026-03-02T10:00:00Z',
    'Harbour Gazette',
    'Mackerel quota falls by more than a fifth',
    'Fishing fleets on the North Shelf may land 410,000 tonnes of mackerel next year, the commission decided on Monday. Skippers in the Bay of Selm said that a third of their vessels would stay in harbour.',
  ],
  [
    '2026-03-02T12:00:00Z',
    'Selm Courier',
    'Lofthav loses 1.8 million salmon to algae',
    'An algae bloom killed 1.8 million salmon at three farms of Lofthav in the Bay of Selm, the company said. It lowered its forecast of this year’s harvest to 88,000 tonnes from 96,000 tonnes.',
  ],
  [
    '2026-03-02T13:00:00Z',
    'Tech Ledger',
    'Maro Cloud leases 140 megawatts of data center capacity near Tarvik',
    'Maro Cloud has leased 140 megawatts of data center capacity for AI accelerators near Tarvik from Fjell Estates, the landlord said on Monday.',
  ],
  [
    '2026-03-02T14:00:00Z',
    'Selm Courier',
    'A recipe for the weekend: mackerel at the restaurant by the harbour',
    'The restaurant at the harbour serves mackerel with fennel. The recipe takes half an hour, and film nights are back.',
  ],
  [
    '2026-03-03T11:00:00Z',
    'Tidewater Press',
    'Selm skippers take the mackerel quota to court',
    'Twelve skippers from the Bay of Selm sued the North Shelf Fisheries Commission on Tuesday to have its cut of the mackerel quota annulled.',
  ],
];

/** A process of its own, which serves the field of the file. */
function debrief(args: readonly string[], input = ''): Promise<{ readonly out: string; readonly err: string }> {
  const env = { ...process.env, DEBRIEF_FIELD: FILE, DEBRIEF_DATABASE_URL: ':memory:', DEBRIEF_LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, ['bin/debrief.js', ...args], { env });
  const { promise, resolve, reject } = Promise.withResolvers<{ out: string; err: string }>();
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.on('error', reject);
  child.on('close', () => resolve({ out, err }));
  child.stdin.end(input);
  return promise;
}

let editions: readonly Line[] = [];
let asked = { out: '', err: '' };
beforeAll(async () => {
  const lines = NEWS.map(([seen, publisher, title, text], place) =>
    JSON.stringify({ id: place, title, text, publisher, url: `https://${place}.example/`, published: seen, seen }),
  );
  const days = ['--at', '08:30', '--zone', 'UTC', '--from', '2026-03-02', '--to', '2026-03-04'];
  const [week, latest] = await Promise.all([
    debrief(['pipe', 'editions', ...days], lines.join('\n')),
    debrief(['latest', 'chips']),
  ]);
  editions = week.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  asked = latest;
}, 60_000);

describe('a field that no code knows', () => {
  it('has its debrief: what is of it is told, with what matters there, and nothing else is', () => {
    const [first] = editions;
    expect(first?.stories.map(({ headline }) => headline).toSorted()).toEqual([
      'An algae bloom killed 1.8 million salmon at three farms of Lofthav in the Bay of Selm, the company said',
      'Commission cuts mackerel quota on the North Shelf to 410,000 tonnes',
    ]);
    expect(first?.stories.find(({ headline }) => headline.startsWith('Commission'))?.publishers).toBe(2);
    expect(first?.figures.map(({ text }) => text)).toContain('410,000 tonnes');
    expect(first?.inShort.length).toBeGreaterThanOrEqual(2);
  });

  it('is followed from day to day', () => {
    expect(editions[1]?.stories).toMatchObject([{ headline: expect.stringContaining('sued'), status: 'update' }]);
  });

  it('has its own topics, and no other', () => {
    expect(`${asked.out}${asked.err}`).toMatch(/catch, farming, trade/);
  });
});

describe('the field of a process', () => {
  it('is AI infrastructure until another is chosen at its start, in the words of each language', () => {
    expect(field()).toBe(AI_INFRASTRUCTURE);
    expect(['en', 'de-AT', 'fr'].map((language) => fieldName(language))).toEqual([
      'AI infrastructure',
      'KI-Infrastruktur',
      'Infrastructure de l’IA',
    ]);
    expect(() => chooseField(FISHERIES)).toThrow(RangeError);
  });
});

describe('a file that is no field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-field-'));
  const file = join(folder, 'field.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['is not there', null, /cannot be read.*docs\/field\.md/],
    ['is no JSON', '{', /is no JSON/],
    [
      'has no English name',
      JSON.stringify({ ...FISHERIES, names: { de: 'Fischerei' } }),
      /names: expected a name in English/,
    ],
    ['has a misspelt key', JSON.stringify({ ...FISHERIES, topic: [] }), /topic/],
    [
      'names a topic that is not there',
      JSON.stringify({ ...FISHERIES, built: ['krill'] }),
      /built\.0: there is no topic "krill"/,
    ],
  ])('%s, and is refused with what to do', (_, content, message) => {
    if (content !== null) writeFileSync(file, content);
    expect(() => readField(content === null ? join(folder, 'nowhere.json') : file)).toThrow(message);
  });
});
