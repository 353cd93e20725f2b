import { describe, expect, it } from 'vitest';
import { renderAll } from '../../adapters/discord/render.ts';
import { render as renderSlack } from '../../adapters/slack/render.ts';
import { render as renderTerminal } from '../../adapters/terminal/render.ts';
import { PLAIN } from '../../adapters/terminal/style.ts';
import { debriefDocument } from '../../src/document/debrief.ts';
import { editionParts } from '../../src/document/edition.ts';
import { wordsIn } from '../../src/language/words.ts';
import type { Debrief } from '../../src/model.ts';
import { write } from '../../src/write/index.ts';
import { wordsOf as discordWords } from '../adapters/discord/shown.ts';
import { wordsOf as slackWords } from '../adapters/slack/shown.ts';
import { inputOf, newsroomArticles } from '../write/newsroom-day.ts';

const flat = (text: string): string => text.replace(/[\s\\*_]+/g, ' ');

/** What readers see of a debrief, on each platform and on its page. */
function seen(debrief: Debrief): readonly (readonly [string, string])[] {
  const document = debriefDocument(debrief, 'UTC');
  const messages = [document, ...document.thread.map((entry) => entry.document)];
  const shown = {
    Slack: messages.map((each) => slackWords(renderSlack(each).blocks)).join('\n'),
    Discord: messages
      .flatMap((each) => renderAll(each, 5).map(({ components }) => discordWords(components)))
      .join('\n'),
    terminal: messages.map((each) => renderTerminal(each, { style: PLAIN, width: 400 })).join('\n'),
    page: JSON.stringify(editionParts(debrief, new Map(), 'UTC', false)),
  };
  return Object.entries(shown).map(([where, text]) => [where, flat(text)]);
}

const day = write(inputOf(newsroomArticles()), { editor: null });
const SILENT = [
  { feed: 'f1', title: 'Grid Weekly', reason: 'the server refuses to give the feed (403); ask its publisher' },
];

describe('what readers see of a debrief, on each platform and on its page', () => {
  it('has no heading with nothing below it', async () => {
    const debrief = { ...(await day), inShort: [] };
    for (const [where, text] of seen(debrief)) expect(text, where).not.toContain('In short');
  });

  it('says that nothing could be read where no feed could, and never that there was nothing of note', async () => {
    const outage = await write({ ...inputOf([]), outage: true, silent: SILENT }, { editor: null });
    const quiet = await write(inputOf([]), { editor: null });
    for (const [where, text] of seen(outage)) {
      expect(text, where).toContain('None of the feeds could be read');
      expect(text, where).not.toContain('Nothing of note');
    }
    for (const [where, text] of seen(quiet)) {
      expect(text, where).toContain('Nothing of note');
      expect(text, where).not.toContain('None of the feeds could be read');
    }
  });

  it('names the sources that are silent, and leaves what to do about them to admins', async () => {
    const debrief = { ...(await day), silent: SILENT };
    for (const [where, text] of seen(debrief)) {
      expect(text, where).toContain('Grid Weekly');
      expect(text, where).not.toMatch(/403|refuses to give|ask its publisher|DEBRIEF_|API key/);
    }
  });

  it('has what does not fit the long stories in a line each, each with its receipt', async () => {
    const debrief = await day;
    const lines = debrief.stories.filter(({ brief }) => brief);
    expect(lines.length).toBeGreaterThan(3);
    for (const [where, text] of seen(debrief))
      for (const { headline } of lines) expect(text, `${where}: ${headline.text}`).toContain(flat(headline.text));
    const sources = new Set(debrief.sources.map(({ article }) => article));
    expect(lines.every(({ headline }) => headline.cites.some(({ article }) => sources.has(article)))).toBe(true);
  });

  it('tells the minutes that its message takes to read', async () => {
    const debrief = await day;
    const { inShort, stories, quotes, counts } = debrief;
    const text = [...inShort, ...quotes, ...stories.flatMap(({ headline, points }) => [headline, ...points])]
      .map((each) => each.text)
      .join(' ');
    expect(counts.minutes).toBe(Math.max(1, Math.round(wordsIn(text).length / 238)));
    for (const [where, words] of seen(debrief)) expect(words, where).toContain(`${counts.minutes} min`);
  });
});
