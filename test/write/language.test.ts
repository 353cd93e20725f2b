import { afterEach, describe, expect, it } from 'vitest';
import { writtenBy } from '../../src/document/debrief.ts';
import { write } from '../../src/write/index.ts';
import { article } from '../samples.ts';
import { CHOICE, inputOf } from './newsroom-day.ts';
import { type Studio, studio } from './scripted.ts';

const TEXT = 'Corvid Data borrowed $1.5 billion from private lenders on Monday. The loan has a term of seven years.';
const GERMAN = 'Corvid Data lieh sich am Montag 1,5 Mrd. $ von privaten Geldgebern.';

let open: Studio | null = null;
afterEach(async () => {
  await open?.stop();
  open = null;
});

async function inGerman(translation: string, language = 'de') {
  open = await studio({
    story: (sentences) => {
      const { id = '', text = '' } = sentences[0] ?? {};
      const line = { text, rests: [id], translation };
      return { headline: line, lead: line, points: [] };
    },
  });
  const input = inputOf([article('loan', TEXT, { title: 'Loan' })], { choice: { ...CHOICE, language } });
  return write(input, { editor: open.editor });
}

describe('a debrief in another language', () => {
  it('is the model’s translation of what passed the gate, with its receipt', async () => {
    const { inShort } = await inGerman(GERMAN);
    expect(inShort[0]?.text).toBe(GERMAN);
    expect(inShort[0]?.cites[0]?.text).toContain('$1.5 billion');
  });

  it('stays English where the figures do not hold', async () => {
    const { inShort, dropped } = await inGerman(GERMAN.replace('1,5 Mrd.', '1,5 Billionen'));
    expect(inShort[0]?.text).toContain('$1.5 billion');
    expect(dropped[0]?.reasons[0]?.kind).toBe('figure');
  });

  it('has the checked English behind each line of a language that cannot be checked', async () => {
    const finnish = 'Corvid Data lainasi maanantaina 1,5 miljardia dollaria yksityisiltä lainaajilta.';
    const debrief = await inGerman(finnish, 'fi');
    expect(debrief.inShort[0]?.text).toMatch(/^Corvid Data lainasi .*lainaajilta\. \(Corvid Data borrowed .*\)$/);
    expect(writtenBy(debrief)).toContain('Lines in fi could not be checked');
  });

  it('stays English without a model', async () => {
    const input = inputOf([article('loan', TEXT)], { choice: { ...CHOICE, language: 'de' } });
    const { inShort, writer } = await write(input, { editor: null });
    expect(inShort[0]?.text).toContain('$1.5 billion');
    expect(writer).toMatchObject({ kind: 'extractive', note: expect.stringContaining('needs a model') });
  });
});
