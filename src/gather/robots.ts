import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.ts';
import type { Http } from '../ports/http.ts';

type Rule = { readonly allow: boolean; readonly pattern: string };
type Group = { readonly agents: readonly string[]; readonly rules: readonly Rule[] };

/** RFC 9309 section 2.5: at least 500 KiB are to be read. */
const MAX_BYTES = 512_000;
/** RFC 9309 section 2.4: a cached copy is used for at most a day. */
const KEEP_MS = DAY_MS;
/** A robots.txt that could not be had is asked for again after this, twice as long each time, up to an hour. */
const RETRY_MS = 4 * MINUTE_MS;
const LONGEST_RETRY_MS = HOUR_MS;

/** Whether a page may be read; `unanswered` where the site fails to say: nothing is read then, and it is asked again soon. */
export type Verdict = 'allowed' | 'forbidden' | 'unanswered';

/** Of all that is kept: characters of the rules, and what keeping a site takes beside them. */
const MOST_KEPT = 16_000_000;
const SITE_KEPT = 500;

/** What a site lets the bot read, asked for once a day. */
export type Robots = { verdict(url: string, now: Date): Promise<Verdict> };

/**
 * Whether `agent` (a product's name, such as `debrief`) may read `path`, by RFC 9309: the rules of its own group, else those for `*`; the
 * longest pattern that matches decides, and of two equally long ones the one that allows.
 */
export function mayRead(robots: string, agent: string, path: string): boolean {
  return allows(rulesFor(robots, agent), path);
}

function rulesFor(robots: string, agent: string): readonly Rule[] {
  const groups = groupsOf(robots);
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  return (own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))).flatMap(({ rules }) => rules);
}

function allows(rules: readonly Rule[], path: string): boolean {
  const matching = rules.filter(({ pattern }) => pattern !== '' && matches(pattern, path));
  const longest = Math.max(0, ...matching.map(({ pattern }) => pattern.length));
  const deciding = matching.filter(({ pattern }) => pattern.length === longest);
  return deciding.length === 0 || deciding.some(({ allow }) => allow);
}

function groupsOf(robots: string): Group[] {
  const groups: { agents: string[]; rules: Rule[] }[] = [];
  let afterRule = true;
  for (const line of robots.split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'user-agent') {
      if (afterRule) groups.push({ agents: [], rules: [] });
      afterRule = false;
      groups.at(-1)?.agents.push(value.trim().toLowerCase());
    } else if (name === 'allow' || name === 'disallow') {
      afterRule = true;
      groups.at(-1)?.rules.push({ allow: name === 'allow', pattern: value.trim() });
    }
  }
  return groups;
}

const sizeOf = (rules: readonly Rule[] | null): number =>
  (rules ?? []).reduce((sum, { pattern }) => sum + pattern.length, SITE_KEPT);

/** `*` stands for anything, a final `$` for the end. Without a regular expression, as the pattern is a stranger's. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [head = '', ...parts] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const [index, part] of parts.entries()) {
    if (anchored && index === parts.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length;
}

/**
 * Asks each site's robots.txt before its pages are read, and keeps it for a day. A file that is not there allows all; one that the
 * server fails to give (5xx, no answer) forbids all until it can be had, unless it was had before: then that is what counts (RFC 9309
 * section 2.3.1). The sites that were asked about longest ago are forgotten, so that what is kept stays below a bound.
 */
export function createRobots({ http, agent }: { readonly http: Http; readonly agent: string }): Robots {
  type Known = { readonly until: number; readonly rules: readonly Rule[] | null; readonly failures: number };
  const known = new Map<string, { readonly asked: Promise<Known>; readonly size: number }>();
  let kept = 0;

  const forget = (origin: string): void => {
    kept -= known.get(origin)?.size ?? 0;
    known.delete(origin);
  };

  /** Puts a site behind all others, and forgets the first ones until the rest is within the bound. */
  const keep = (origin: string, asked: Promise<Known>, size: number): void => {
    forget(origin);
    known.set(origin, { asked, size });
    kept += size;
    for (const oldest of known.keys()) {
      if (kept <= MOST_KEPT) return;
      if (oldest !== origin) forget(oldest);
    }
  };

  const textOf = async (origin: string): Promise<string | null> => {
    try {
      const answer = await http.get({ url: `${origin}/robots.txt`, maxBytes: MAX_BYTES, timeoutMs: 10_000 });
      if (answer.status >= 500 || answer.status === 429) return null;
      return answer.status < 300 ? new TextDecoder().decode(answer.body) : '';
    } catch {
      return null;
    }
  };

  // Most faults of a server are gone a moment later: it is asked twice before it counts as silent.
  const ask = async (origin: string, before: Known | null, now: Date): Promise<Known> => {
    const failures = (before?.failures ?? 0) + 1;
    const wait = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** Math.min(failures - 1, 10));
    const failed = { until: now.getTime() + wait, rules: before?.rules ?? null, failures };
    const text = (await textOf(origin)) ?? (await textOf(origin));
    if (text === null) return failed;
    // Copies: a part of the file would keep the whole of it in memory.
    const rules = structuredClone(rulesFor(text, agent));
    return { until: now.getTime() + KEEP_MS, rules, failures: 0 };
  };

  return {
    async verdict(url, now) {
      const { origin, pathname, search } = new URL(url);
      const { asked: last = Promise.resolve(null), size = SITE_KEPT } = known.get(origin) ?? {};
      const asked = last.then((before) =>
        before !== null && before.until > now.getTime() ? before : ask(origin, before, now),
      );
      keep(origin, asked, size);
      const { rules } = await asked;
      if (known.get(origin)?.asked === asked) keep(origin, asked, sizeOf(rules));
      if (rules === null) return 'unanswered';
      return allows(rules, pathname + search) ? 'allowed' : 'forbidden';
    },
  };
}
