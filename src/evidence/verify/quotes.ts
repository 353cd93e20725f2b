import { entityOf } from '../../domain/entities.ts';
import { classesOf } from '../../language/meaning.ts';
import { roleMeant } from '../../language/roles.ts';
import { STOP_WORDS } from '../../language/words.ts';
import type { QuoteReading, Reason } from '../../model.ts';
import { denying, NARROWS } from '../compare/fields.ts';
import { plain, quotedIn } from './marks.ts';
import type { Prepared } from './prepare.ts';

const TRIM = /^[\s"',.;:]+|(?<![\s"',.;:])[\s"',.;:]+$/g;

const words = (text: string): string[] =>
  plain(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const surname = (name: string): string => words(name).at(-1) ?? '';

/** Could the two be one person or body: one's words within the other's, a shared surname, or one entity? */
function sameWho(left: string, right: string): boolean {
  const entity = entityOf(left);
  if (entity !== null && entity === entityOf(right)) return true;
  const [some, others] = [words(left), words(right)];
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  return (
    short.length > 0 &&
    (short.every((word) => long.includes(word)) || (surname(left) === surname(right) && short.length === 1))
  );
}

/** What marks are trimmed from a claim's quoted words before they are looked up. */
const wantedOf = (given: string): string => plain(given).replace(TRIM, '').toLowerCase();

/** The first quote of the sources that each quoted string of the claim is taken from. */
export function quotesFrom(
  claim: string,
  sources: readonly Prepared[],
): { readonly prepared: Prepared; readonly quote: QuoteReading }[] {
  return quotedIn(claim).flatMap(({ start, end }) => {
    const wanted = wantedOf(claim.slice(start, end));
    if (wanted === '') return [];
    for (const prepared of sources) {
      const quote = prepared.quotes.find(({ text }) => plain(text).toLowerCase().includes(wanted));
      if (quote !== undefined) return [{ prepared, quote }];
    }
    return [];
  });
}

/** So many places of a source that have the quoted words are looked at. */
const PLACES = 8;

/** What narrows or denies a quoted phrase from right before it: almost "easy"; nothing where no such word does. */
function hedgeBefore(text: string, start: number): string {
  const [, word = ''] = /(?<!\p{L})(\p{L}+) ["“”'‘’]?$/u.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  const low = word.toLowerCase();
  return low !== 'half' && (NARROWS.test(low) || denying(low)) ? low : '';
}

/** The same of each place where a source has the words. */
function hedgesBefore(source: Prepared, wanted: string): string[] {
  const found: string[] = [];
  const text = source.words();
  for (let at = text.indexOf(wanted); at >= 0 && found.length < PLACES; at = text.indexOf(wanted, at + 1))
    found.push(hedgeBefore(text, at));
  return found;
}

/** The quotes of a claim against the sources: word for word, by whom, and what they are. */
export function quoteReasons(claim: string, quotes: readonly QuoteReading[], sources: readonly Prepared[]): Reason[] {
  const reasons: Reason[] = [];
  for (const { start, end } of quotedIn(claim)) {
    const given = claim.slice(start, end);
    const wanted = wantedOf(given);
    if (wanted === '') continue;
    if (!sources.some((source) => source.words().includes(wanted))) {
      reasons.push({ kind: 'quote', given, found: nearestQuote(given, sources) });
      continue;
    }
    const [own, theirs] = [hedgeBefore(claim, start), sources.flatMap((source) => hedgesBefore(source, wanted))];
    if (theirs.length > 0 && !theirs.includes(own)) {
      reasons.push({ kind: 'quote', given, found: `${theirs[0]} ${given}`.trim() });
      continue;
    }
    const said = quotes.find((quote) => quote.start < end && quote.end > start);
    if (said === undefined) continue;
    const wrong = speakerReason(claim, said, wanted, sources);
    if (wrong !== null) reasons.push(wrong);
  }
  return reasons;
}

function speakerReason(claim: string, said: QuoteReading, wanted: string, sources: readonly Prepared[]): Reason | null {
  const originals = sources.flatMap(({ source, quotes }) =>
    quotes
      .filter(({ text }) => plain(text).toLowerCase().includes(wanted))
      .map((original) => ({ original, text: source.text })),
  );
  const fits = originals.map(({ original, text }) => differs(claim, said, text, original));
  return fits.includes(null) ? null : (fits[0] ?? null);
}

/** How far from a quote a speaker may be named. */
const BESIDE = 200;

/** Does the name stand nearer to the quote than the one that was read as its speaker? */
function nearer(name: string, other: string, text: string, quote: QuoteReading): boolean {
  const before = text.slice(Math.max(0, quote.start - BESIDE), quote.start).toLowerCase();
  const after = text.slice(quote.end, quote.end + BESIDE).toLowerCase();
  const distance = (who: string): number => {
    const last = surname(who);
    const ahead = before.lastIndexOf(last);
    const behind = after.indexOf(last);
    return Math.min(ahead < 0 ? BESIDE : before.length - ahead, behind < 0 ? BESIDE : behind);
  };
  return distance(name) < distance(other);
}

/** So many characters may stand between a person and their body: "Ninefold's lawyer, Lydia Fonteyn of Carver Mills". */
const CLOSE = 32;

/** Does a text name the two right beside each other, rather than leave it to be understood whose director somebody is? */
function isBeside(organisation: string, who: string, text: string): boolean {
  const low = text.toLowerCase();
  const [body, name] = [organisation.toLowerCase(), surname(who)];
  for (let at = low.indexOf(name); name !== '' && at >= 0; at = low.indexOf(name, at + 1)) {
    const before = low
      .slice(Math.max(0, at - who.length - body.length - CLOSE), at)
      .split(/[.!?;:"“”]\s/)
      .at(-1);
    const after = low.slice(at, at + name.length + body.length + CLOSE).split(/[.!?;:"“”]\s/)[0];
    if (before?.includes(body) || after?.includes(body)) return true;
  }
  return false;
}

/** Does a text call somebody by their body right before the name, or behind it: "Lasko's head of research, Ada Venn", "Ada Venn of the firm Lasko"? */
function isOf(who: string, body: string, text: string): boolean {
  const at = text.indexOf(body);
  const name = text.lastIndexOf(surname(who).replace(/^./u, (first) => first.toUpperCase()));
  if (at < 0 || name < 0) return false;
  const [before, between] =
    at < name ? [true, text.slice(at + body.length, name)] : [false, text.slice(name + surname(who).length, at)];
  return before ? BODY_BEFORE.test(between) : BODY_BEHIND.test(between);
}
const BODY_BEFORE = /^(?:['’]s?)? (?:(?!said|says|told|that)[\p{L}-]+,? ){0,7}$/u;
const BODY_BEHIND = /^ (?:of|at|from|with) (?:[\p{Ll}-]+ ){0,3}$/u;

/** Could a text mean one body as somebody's where another was read: it names it beside them, or leaves it open and names it last before, or first of all? */
function couldMean(organisation: string, read: string, who: string, text: string): boolean {
  if (isBeside(organisation, who, text)) return true;
  const at = text.indexOf(who);
  if (isBeside(read, who, text) || at < 0) return false;
  const opening = text.split(/[.!?]\s|\n/, 1)[0] ?? '';
  return opening.includes(organisation) || text.lastIndexOf(organisation, at) > text.lastIndexOf(read, at);
}

function differs(claim: string, said: QuoteReading, text: string, original: QuoteReading): Reason | null {
  const { speaker, organisation, role } = said;
  if (speaker !== null && original.speaker !== null && !sameWho(speaker, original.speaker)) {
    if (isOf(original.speaker, speaker, claim) || isOf(speaker, original.speaker, text)) return null;
    if (nearer(original.speaker, speaker, claim, said)) return null;
    if (nearer(speaker, original.speaker, text, original)) return null;
    return { kind: 'speaker', given: speaker, found: original.speaker };
  }
  const who = speaker ?? original.speaker;
  if (
    organisation !== null &&
    original.organisation !== null &&
    !sameWho(organisation, speaker ?? '') &&
    !sameWho(organisation, original.organisation) &&
    (who === null || !isBeside(original.organisation, who, claim)) &&
    (who === null || !couldMean(organisation, original.organisation, who, text))
  ) {
    return { kind: 'speaker', given: organisation, found: original.organisation };
  }
  const [mine, theirs] = [role ?? '', original.role ?? ''];
  // Somebody may have two, and be called by either.
  const called = who !== null && (isBeside(mine, who, text) || isBeside(theirs, who, claim));
  if (role !== null && original.role !== null && !called && !sameRole(role, original.role)) {
    return { kind: 'speaker', given: role, found: original.role };
  }
  return null;
}

/** One role by other words: what the shorter names is all in the longer, or means the same. */
function sameRole(left: string, right: string): boolean {
  const meant = (role: string): string[] =>
    words(role)
      .flatMap((word) => words(roleMeant(word)))
      .filter((word) => !STOP_WORDS.has(word));
  const [some, others] = [meant(left), meant(right)];
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  return short.every((word) =>
    long.some((other) => other === word || classesOf(word).some((name) => classesOf(other).includes(name))),
  );
}

/** The quote of the sources that shares most words with the given one. */
function nearestQuote(given: string, sources: readonly Prepared[]): string | null {
  const wanted = new Set(words(given));
  let best: string | null = null;
  let most = 1;
  for (const { quotes } of sources) {
    for (const { text } of quotes) {
      const shared = new Set(words(text).filter((word) => wanted.has(word))).size;
      if (shared > most) {
        most = shared;
        best = text;
      }
    }
  }
  return best;
}
