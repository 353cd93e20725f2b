/** Feeds as sites publish them, the same for the same number and round: 30 entries of some four kilobytes, older than a day, in RSS and Atom, the prose in CDATA or escaped. */
const ENTRIES = 30;
const PARAGRAPHS = 14;
const START = Date.UTC(2026, 8, 1);

const NOUNS = 'line,substation,campus,turbine,rack,switch,contract,permit,hall,transformer'.split(',');
const PLACES = 'Alder,Brook,Cedar,Dale,Elm,Fern,Grove,Heath'.split(',');

/** Park and Miller's minimal standard generator. */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function prose(random: (below: number) => number): string {
  const paragraph = (): string => {
    const [noun, place] = [NOUNS[random(10)], PLACES[random(8)]];
    return `<p>The ${noun} at ${place} Park took ${random(900) + 20} megawatts in its first week&#8212;more than <a href="https://news.example/${random(9999)}?a=1&amp;b=2">the plan had foreseen</a>, and its owner spent $${random(90) + 1}.${random(10)} million on it since spring.</p>\n`;
  };
  return Array.from({ length: PARAGRAPHS }, paragraph).join('');
}

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function entry(feed: number, n: number): string {
  const html = prose(randomFrom(feed * 1000 + n));
  const at = new Date(START + n * 5 * 3_600_000 + feed * 60_000);
  const title = `${PLACES[(feed + n) % 8]} Park: step ${n} of ${feed}`;
  const link = `https://site-${feed}.example/${n}`;
  if (feed % 3 === 2) {
    return `<entry><id>${link}</id><title>${title}</title><link rel="alternate" href="${link}"/><published>${at.toISOString()}</published><updated>${at.toISOString()}</updated><author><name>Ada Example</name></author><content type="html">${escaped(html)}</content></entry>\n`;
  }
  const body = feed % 3 === 0 ? `<![CDATA[${html}]]>` : escaped(html);
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${feed}-${n}</guid><pubDate>${at.toUTCString()}</pubDate><dc:creator>Ada Example</dc:creator><category>Grid</category><description>${body.slice(0, feed % 3 === 0 ? 0 : 200).replace(/&[^;]*$/, '')}</description><content:encoded>${body}</content:encoded></item>\n`;
}

/** The document of a feed after `added` more entries than at the start. */
export function feedDocument(feed: number, added: number): string {
  const entries = Array.from({ length: ENTRIES }, (_, index) => entry(feed, ENTRIES + added - 1 - index)).join('');
  const title = `Site ${feed}`;
  return feed % 3 === 2
    ? `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>https://site-${feed}.example/</id><link rel="alternate" href="https://site-${feed}.example/"/>${entries}</feed>`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://site-${feed}.example/</link>${entries}</channel></rss>`;
}
