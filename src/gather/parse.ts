import RssParser from 'rss-parser';
import { z } from 'zod';
import { ParseError } from '../errors.ts';
import { decodeBytes } from './charset.ts';
import { itemOf, linkOf, NAMES, type ParsedFeed, titleOf, type Values } from './entry.ts';
import { readJsonFeed } from './json-feed.ts';
import { normalise } from './normalise.ts';

export type { ParsedFeed };

type Raw = Record<string, unknown>;
const fields = NAMES.map((name): [string, string, { keepArray: boolean }] => [
  name,
  `raw:${name}`,
  { keepArray: true },
]);
const customFields: RssParser.CustomFields<Raw, Raw> = { item: fields };
// The package's types know plain names alone for the feed, where its code takes the same triples as for the items.
Object.assign(customFields, { feed: fields });
const parser = new RssParser<Raw, Raw>({ customFields });

/** xml2js gives an element without attributes as its text. */
const Node = z.union([
  z.string().transform((text) => ({ text, attributes: {} })),
  z
    .looseObject({ _: z.string().default(''), $: z.record(z.string(), z.string()).default({}) })
    .transform(({ _, $ }) => ({ text: _, attributes: $ })),
]);
const Nodes = z.array(Node);

function valuesOf(raw: Raw): Values {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const nodes = Nodes.safeParse(raw[`raw:${name}`]);
      return nodes.success ? [[name, nodes.data]] : [];
    }),
  );
}

/**
 * Reads a feed document: RSS of every version, Atom, JSON Feed, in any character set, well-formed or not. `given.url` is where it
 * came from: relative addresses resolve against it. Rejects with a ParseError that says what the document is instead and what to do.
 */
export async function parseFeed(
  bytes: Uint8Array,
  given: { readonly contentType: string | null; readonly url: string | null },
): Promise<ParsedFeed> {
  const text = decodeBytes(bytes, given.contentType);
  if (/^\ufeff?\s*\{/.test(text)) return readJsonFeed(text.replace(/^\ufeff/, ''), given.url);
  const xml = normalise(text, given.url);
  const feed = await parser.parseString(xml).catch((cause: unknown) => {
    throw new ParseError('feed', 'the feed could not be read as XML even after repair; report it to its publisher', {
      cause,
    });
  });
  const values = valuesOf(feed);
  return {
    title: titleOf(values),
    site: linkOf(values),
    items: feed.items.map((item) => itemOf(valuesOf(item))),
    hints: { ttlMinutes: ttlOf(values) },
    whole: END.test(text),
  };
}

/** Whether an end of the document's outer elements is there, in any spelling that readers forgive. */
const END = /<\/(?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel)\s*>/i;

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** RSS 2.0 `ttl` in minutes; the syndication module's period over its frequency. */
function ttlOf(values: Values): number | null {
  const ttl = Number(values.ttl?.[0]?.text);
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const period = PERIODS[values['sy:updateperiod']?.[0]?.text.trim().toLowerCase() ?? ''];
  const frequency = Number(values['sy:updatefrequency']?.[0]?.text ?? 1);
  return period === undefined ? null : period / (frequency >= 1 ? frequency : 1);
}
