import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER } from '../adapters/terminal/index.ts';
import { REGISTRY } from '../src/commands/registry.ts';
import { debriefDocument } from '../src/document/debrief.ts';
import { isReadable } from '../src/evidence/translation/index.ts';
import { counted, countedAlike } from '../src/locale/counted.ts';
import { DEBRIEF_LANGUAGES, debriefWordsIn, ENGLISH, wordsIn } from '../src/locale/index.ts';
import { choice, debrief } from './samples.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage.close());

const quiet = debrief('d1', '2026-11-24T07:30:00.000Z', { choice: { ...choice, language: 'de' } });

const paths = (value: unknown, at = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => paths(inner, `${at}/${name}`))
    : [at];

/** English sentences in code: three words in a row between quotation marks, beside what a program says of itself. */
const SENTENCE = /(?<=['`])(?:[A-Z“][a-z’]+|[a-z]+) (?:[a-z’“”]+,? ){2,}[^'`\n]*(?=['`])/g;
const OWN_AFFAIR =
  /^\s*(?:\/\/|\*|\/\*)|example:|log\.(?:info|warn|error)|throw new Error|split\(|audited\(|listCommand\(|_LINE|^ {2,}'?[a-z ]+'?: '/;

describe('the catalogue of the interface’s words', () => {
  it('tells every command and option that there is, and none that there is not', () => {
    const told = Object.entries(ENGLISH.commands).map(([path, { options }]) => [path, Object.keys(options).toSorted()]);
    const there = REGISTRY.commands.map(({ spec }) => [
      spec.path.join(' '),
      spec.options.map(({ name }) => name).toSorted(),
    ]);
    expect(told.toSorted()).toEqual(there.toSorted());
    for (const { spec } of REGISTRY.commands)
      for (const words of [spec.summary, ...spec.options.map(({ description }) => description)])
        expect(words, spec.path.join(' ')).toMatch(/\S/);
  });

  it('holds every sentence that commands, documents and schedules say', () => {
    const files = ['src/commands', 'src/document', 'src/deliver/phrase'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
    const left = [...files, 'src/gather/health.ts'].flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !OWN_AFFAIR.test(line))
        .flatMap((line) => (line.match(SENTENCE) ?? []).map((words) => `${file}: ${words}`)),
    );
    expect(left).toEqual([]);
  });

  it('is whole in every area that a language has', () => {
    for (const [area, words] of Object.entries(wordsIn('de')))
      expect(paths(words), area).toEqual(paths(Object.entries(ENGLISH).find(([name]) => name === area)?.[1]));
  });

  it.each(DEBRIEF_LANGUAGES)('tells a debrief in %s, a language that translations are checked in', (language) => {
    expect(isReadable(language)).toBe(true);
    expect(paths(debriefWordsIn(language).debrief)).toEqual(paths(ENGLISH.debrief));
    const told = { ...quiet, choice: { ...choice, language } };
    expect(JSON.stringify(debriefDocument(told, 'Europe/Berlin'))).toContain(
      JSON.stringify(debriefWordsIn(language).debrief.nothing).slice(1, -1),
    );
  });

  it('answers a person in their language, commands, help and refusals too', async () => {
    const context = { ...OWNER, language: 'de-AT' };
    const { document: help } = await stage.app.handlers.text(context, 'help figures');
    expect(JSON.stringify(help)).toContain(wordsIn('de').commands.figures?.summary);
    const { document: refused } = await stage.app.handlers.text(context, 'story 99');
    expect(refused.summary).toMatch(/^Der letzte Überblick hat \d+ Meldungen; eine Nummer 99 gibt es nicht\.$/);
    const { document: unknown } = await stage.app.handlers.text(context, 'figurs nvidia');
    expect(unknown.summary).toContain('Den Befehl „figurs nvidia“ gibt es nicht');
  });

  it('is English where a language has none, or not all of them', () => {
    expect(wordsIn('tlh')).toBe(ENGLISH);
    expect(wordsIn('de').notices).toBe(ENGLISH.notices);
    expect(wordsIn('de-AT').debrief.inShort).toBe('In Kürze');
  });

  it('tells a German channel’s debrief in German, days and counts too', () => {
    const { summary, blocks } = debriefDocument(quiet, 'Europe/Berlin');
    expect(summary).toBe('KI-Infrastruktur · Dienstag 24. November: nichts von Belang');
    expect(JSON.stringify(blocks)).toContain('0 Meldungen · 0 Artikel · 0 Herausgeber · 1 Min.');
  });

  it('groups the digits of a count as its language does, from a thousand on', () => {
    expect([1, 999, 1000, 1_234_567].map((count) => counted(count, 'feed'))).toEqual([
      '1 feed',
      '999 feeds',
      '1,000 feeds',
      '1,234,567 feeds',
    ]);
    expect(counted(1000, 'Meldung', 'Meldungen', 'de')).toBe('1.000 Meldungen');
    expect([999, 1000].map((count) => countedAlike(count, '件', 'ja'))).toEqual(['999件', '1,000件']);
  });
});
