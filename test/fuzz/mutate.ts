/** Chance that a seed repeats: mulberry32. Answers numbers from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(of: readonly T[], random: () => number): T => {
  const found = of[Math.floor(random() * of.length)];
  if (found === undefined) throw new RangeError('there is nothing to pick from');
  return found;
};

/** Pieces that mean something to one of those who read. `{canary}` is an address that must never be asked. */
const TOKENS: readonly string[] = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x1F600;',
  '&#xD800;',
  '&amp;lt;',
  '<script>',
  '</script>',
  '<p><ul><li>',
  '<table><tr><td>',
  '<svg><math>',
  '<template>',
  '<item>',
  '</item>',
  '<entry>',
  '<link href="{canary}">',
  '<link>{canary}</link>',
  '<base href="{canary}">',
  '<img src="{canary}">',
  '<meta http-equiv="refresh" content="0;url={canary}">',
  '<link rel="canonical" href="{canary}">',
  '<guid>{canary}</guid>',
  'xml:base="{canary}"',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":[[[1e999]]]}}</script>',
  ' style="display   :  none"',
  ' class="a-a-a-a_"',
  '<!channel>',
  '<!here>',
  '<@U024BE7LH>',
  '<#C1>',
  '@everyone',
  '@here',
  '<@&123456789012345678>',
  '<https://evil.example|text>',
  '[a](https://evil.example)',
  '`​`​`',
  '\u202e',
  '\u200b',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\ufeff',
  '\u2028',
  '$',
  '€',
  '$9,999,999,999,999',
  '1e400',
  '-0',
  '10^12',
  '٣٤',
  '½',
  '12.5 to 13.7 percent',
  '“',
  '”',
  '"',
  '‘',
  ' said on Monday',
  ' not ',
  ' denied ',
  ' million',
  ' megawatts',
  'By ',
  'Von ',
  '2026-13-45T99:99:99Z',
  'Tue, 31 Feb 2026 25:61:00 +9999',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '--since',
  '--unit',
  '=',
  '7d',
  'ask ',
  'figures ',
  'feeds add {canary} ',
  'feeds import {canary} ',
];

/** A text with up to eight changes, each of a kind that parsers have broken on. Seeded, and no longer than some 200 kB. */
export function mutated(text: string, random: () => number, canary: string, other = text): string {
  let out = text;
  const at = () => Math.floor(random() * (out.length + 1));
  for (let left = 1 + Math.floor(random() * 8); left > 0; left -= 1) {
    const from = at();
    const to = Math.min(out.length, from + Math.floor(random() ** 3 * 400));
    const token = pick(TOKENS, random).replaceAll('{canary}', canary);
    switch (Math.floor(random() * 7)) {
      case 0:
        out = out.slice(0, from) + out.slice(to);
        break;
      case 1:
        out = out.slice(0, to) + out.slice(from);
        break;
      case 2:
        out = out.slice(0, from) + String.fromCharCode(Math.floor(random() * 0x2fff)) + out.slice(from + 1);
        break;
      case 3:
        out = out.slice(0, from) + token.repeat(1 + Math.floor(random() ** 6 * 300)) + out.slice(from);
        break;
      case 4:
        out = out.slice(0, from) + other.slice(Math.floor(random() * other.length)).slice(0, 2_000) + out.slice(to);
        break;
      case 5:
        out = out.slice(0, from);
        break;
      default:
        out = out.slice(0, from) + token + out.slice(from);
    }
    if (out.length > 200_000) out = out.slice(0, 200_000);
  }
  return out;
}

/** As bytes, of which now and then some are no UTF-8. */
export function bytesOf(text: string, random: () => number): Uint8Array {
  const bytes = Buffer.from(text, 'utf8');
  if (random() < 0.2)
    for (let n = 0; n < 5 && bytes.length > 0; n += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes;
}
