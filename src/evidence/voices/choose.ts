import { join } from 'node:path';
import type { QuoteReading } from '../../model.ts';
import { once } from '../../once.ts';
import type { Candidate } from '../choice/candidate.ts';
import { nameOf } from '../choice/hashed.ts';
import { readWeights, type Weights } from '../choice/weights.ts';
import { bare } from './entities.ts';
import { housesFor } from './houses.ts';
import type { Narration } from './narration.ts';
import type { Spoken } from './phrases.ts';
import { type Role, rolesFor } from './roles.ts';
import { best, Scene } from './scene.ts';
import type { Voice } from './situation.ts';
import { isDenied } from './slot.ts';
import { personal } from './sorts.ts';
import { speakersFor, type VoiceCandidate } from './speakers.ts';

/** What is chosen of a quotation. */
export type Attributed = Pick<QuoteReading, 'speaker' | 'role' | 'organisation'>;

type Field = keyof Attributed;

/**
 * How much more likely than what rules have something else must be, in log odds: another in its place, none, or any where rules have none. What
 * loses least on articles that it was not learned from, and rather nobody than the wrong one.
 */
const MARGIN: Readonly<Record<Field, { readonly other: number; readonly none: number; readonly some: number }>> = {
  speaker: { other: 3, none: 3, some: 4 },
  role: { other: 1.5, none: 1.5, some: 1.5 },
  organisation: { other: 1.5, none: 1, some: 3.5 },
};

const learned = once(() => readWeights(join(import.meta.dirname, 'weights.bin')));

/** The marked articles that it was learned from, by their hash. */
export const learnedFrom = (): string => learned().marks;

const lastOf = (name: string): string => bare(name).at(-1) ?? name;

/** Is one name the beginning or the end of another: "Orlo" of "Orlo Cloud"? */
function isPart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const [part, whole] = [short.toLowerCase(), ` ${long.toLowerCase()} `];
  const isEnded = /^(?:\.|[’']s)$/.test(whole.trim().slice(part.length)) && whole.startsWith(` ${part}`);
  return isEnded || whole.startsWith(` ${part} `) || whole.endsWith(` ${part} `);
}

/** Is a candidate what rules have? A house is the same by a part of its name, whoever speaks by the last name. */
function isRuled(field: Field, value: string | null, byRule: string | null): boolean {
  if (value === null || byRule === null) return value === byRule;
  if (field === 'role') return value.toLowerCase() === byRule.toLowerCase();
  return isPart(value, byRule) || (field === 'speaker' && lastOf(value) === lastOf(byRule));
}

/** What has neither letter nor digit names nobody and nothing. */
const NAMING = /[\p{L}\p{N}]/u;

/** The candidates with what rules made of it: which of them that is, or one more, which `made` makes. */
export function ruled<One extends Candidate>(
  field: Field,
  all: readonly One[],
  byRule: string | null,
  made: (candidate: Candidate) => One,
): One[] {
  const some = byRule === null ? 'none' : 'some';
  const [is, not] = [nameOf(`${field} by rule ${some}`), nameOf(`${field} not by rule ${some}`)];
  const known = all
    .filter(({ value }) => value === null || NAMING.test(value))
    .map((one) => ({ ...one, names: [...one.names, isRuled(field, one.value, byRule) ? is : not] }));
  const isKnown = known.some(({ value }) => isRuled(field, value, byRule));
  return isKnown ? known : [...known, made({ value: byRule, names: [nameOf(`${field} by rule alone`)] })];
}

/** The best candidate, where it is worth enough more than what rules have. */
function chosen<One extends Candidate>(
  weights: Weights,
  field: Field,
  known: readonly One[],
  byRule: string | null,
): One | undefined {
  const found = best(weights, known);
  const own = known.find(({ value }) => isRuled(field, value, byRule));
  if (found === undefined || own === undefined) return found;
  const { other, none, some } = MARGIN[field];
  const least = byRule === null ? some : found.value === null ? none : other;
  return weights.of(found.names) - weights.of(own.names) >= least ? found : own;
}

/** Of two ways to give one name that which has no more than the name in it: "Anselm Torvey" for "Hydrologist Anselm Torvey", but no surname alone. */
function plainer(name: string | null, byRule: string | null): string | null {
  if (name === null || byRule === null || !isRuled('speaker', name, byRule)) return name;
  const [own, other] = [name.split(' ').length, byRule.split(' ').length];
  if (own < 2 || other < 2) return own < other || own === 1 ? byRule : name;
  return (name.includes(byRule) || byRule.includes(name)) && byRule.length < name.length ? byRule : name;
}

/** Quotations by who speaks them, in the order of their first. */
export function byVoice(voices: readonly (Voice | null)[]): Spoken[] {
  const found = new Map<unknown, { readonly voice: Voice; readonly quotes: number[] }>();
  voices.forEach((voice, at) => {
    if (voice === null) return;
    const { entity, noun } = voice;
    const key = entity ?? (noun === null ? at : `${noun.sentence} ${noun.at}`);
    const same = found.get(key);
    if (same === undefined) found.set(key, { voice, quotes: [at] });
    else same.quotes.push(at);
  });
  return [...found.values()];
}

/** Who may speak, what somebody may be and for whom: with what rules have. */
export const speakers = (
  scene: Scene,
  at: number,
  voices: readonly (Voice | null)[],
  byRule: string | null,
): VoiceCandidate[] =>
  ruled('speaker', speakersFor(scene, at, voices), byRule, (one) => ({ ...one, voice: { entity: null, noun: null } }));
export const roles = (scene: Scene, spoken: Spoken, byRule: string | null): Role[] =>
  ruled('role', rolesFor(scene, spoken), byRule, (one) => ({ ...one, phrase: null }));
export const houses = (scene: Scene, spoken: Spoken, role: Role, byRule: string | null): Candidate[] =>
  ruled('organisation', housesFor(scene, spoken, role), byRule, (one) => one);

/** What somebody is and for whom; a house that speaks itself is its own. */
function toldOf(scene: Scene, spoken: Spoken, rule: Attributed | undefined): Omit<Attributed, 'speaker'> {
  const { weights } = scene;
  const { entity, noun } = spoken.voice;
  const byRule = rule?.organisation ?? null;
  // Of nobody who is known nothing more is.
  if (entity === null && noun === null) return { role: rule?.role ?? null, organisation: byRule };
  const speaks = rule?.speaker ?? null;
  // Whom rules know by a role is a person, whatever the name looks like.
  const isPerson = entity !== null && rule?.role != null && isRuled('speaker', entity.name, speaks);
  const isOwn = byRule !== null && speaks === byRule;
  const isHouse = entity !== null && (isOwn || (!isPerson && personal(scene, entity) < 0));
  if (isHouse && isRuled('organisation', entity.name, byRule))
    return { role: null, organisation: byRule ?? entity.name };
  if (isHouse) return { role: null, organisation: entity.name };
  const role = chosen(weights, 'role', roles(scene, spoken, rule?.role ?? null), rule?.role ?? null);
  const house =
    role === undefined ? undefined : chosen(weights, 'organisation', houses(scene, spoken, role, byRule), byRule);
  const organisation = house?.value ?? null;
  const isSame = organisation !== null && isRuled('organisation', organisation, byRule);
  return { role: role?.value ?? null, organisation: isSame ? byRule : organisation };
}

/**
 * Who speaks each quotation, what they are and for whom: of all whom and what the narration names, what rules made of it (`byRule`; undefined for
 * what is no speech) among them. Null for what is no speech.
 */
export const attributed = (narration: Narration, byRule: readonly (Attributed | undefined)[]): (Attributed | null)[] =>
  attributedBy(learned().weights, narration, byRule);

/** So many quotations are more than any article has: of what is beyond them rules alone tell. */
const MOST = 200;

/** The same, by other weights. */
export function attributedBy(
  weights: Weights,
  narration: Narration,
  byRule: readonly (Attributed | undefined)[],
): (Attributed | null)[] {
  const scene = new Scene(narration, weights);
  const voices: (Voice | null)[] = [];
  const named = byRule.map((rule, at): string | null => {
    if (rule === undefined || at >= MOST) {
      voices.push(null);
      return rule?.speaker ?? null;
    }
    const all = speakers(scene, at, voices, rule.speaker);
    // Who denies a word has not said it: whose it is, rules see.
    const found = isDenied(scene, at)
      ? all.findLast(({ value }) => isRuled('speaker', value, rule.speaker))
      : chosen(weights, 'speaker', all, rule.speaker);
    voices.push(found?.voice ?? null);
    return plainer(found?.value ?? null, rule.speaker);
  });
  const told = byRule.map((rule): Attributed | null => rule ?? null);
  for (const spoken of byVoice(voices)) {
    const rule = spoken.quotes.map((at) => byRule[at]).find((one) => one !== undefined);
    const own = toldOf(scene, spoken, rule);
    for (const at of spoken.quotes) told[at] = { speaker: named[at] ?? null, ...own };
  }
  return told;
}
