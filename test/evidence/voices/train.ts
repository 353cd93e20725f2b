/**
 * Learns who speaks a quotation, what they are and for whom, and writes `src/evidence/voices/weights.bin`: `node test/evidence/voices/train.ts`
 * (20 seconds). One after the other, since each is read by the next: where a name begins, what is a person, who speaks, what they are, for whom.
 * It prints how much of the sets that nothing is learned from is right, by rules and by choice; with `--folds`, of those that are learned from
 * as well, each by weights that did not see it.
 */

import { writeFileSync } from 'node:fs';
import type { Name } from '../../../src/evidence/choice/hashed.ts';
import { Weights, written } from '../../../src/evidence/choice/weights.ts';
import { attributedBy, byVoice, houses, roles, speakers } from '../../../src/evidence/voices/choose.ts';
import type { Entity } from '../../../src/evidence/voices/entities.ts';
import type { Spoken } from '../../../src/evidence/voices/phrases.ts';
import { namesIn } from '../../../src/evidence/voices/runs.ts';
import { best, Scene } from '../../../src/evidence/voices/scene.ts';
import type { Voice } from '../../../src/evidence/voices/situation.ts';
import { sortOf } from '../../../src/evidence/voices/sorts.ts';
import { type Choice, learn, type Pace } from '../choice/learn.ts';
import type { QuoteLabel } from '../labels.ts';
import { type Article, articlesOf, fingerprint, LEARNED, UNSEEN } from './marked.ts';

const WEIGHTS = new URL('../../../src/evidence/voices/weights.bin', import.meta.url);
const SEED = 1;
const FOLDS = 5;
const FIELDS = ['speaker', 'role', 'organisation'] as const;
type Field = (typeof FIELDS)[number];
/** Who speaks has the most names for each of its candidates, and is learned the most slowly. */
const SLOW: Pace = { rounds: 20, pace: 0.04, unseen: 0.6 };
const QUICK: Pace = { rounds: 20, pace: 0.08, unseen: 0.35 };

type Learned = ReadonlyMap<Name, number>;
const merged = (all: readonly Learned[]): Learned => new Map(all.flatMap((one) => [...one]));
const weightsOf = (all: readonly Learned[]): Weights => {
  const known = [...merged(all)].filter(([, worth]) => worth !== 0);
  return new Weights(known, known.length);
};

/** Where names begin and end, by those that are marked. */
const namesOf = ({ narration, people, others }: Article): Choice[] =>
  namesIn(narration).flatMap(({ spans }) => {
    const candidates = spans.map(({ value, names }) => ({ names, right: people.has(value) || others.has(value) }));
    return candidates.length > 1 && candidates.some(({ right }) => right) ? [{ candidates }] : [];
  });

/** Who is a person, by the same; as well by the last name alone, as a text may have it. */
function sortsOf({ narration, people, others }: Article, weights: Weights): Choice[] {
  const scene = new Scene(narration, weights);
  return scene.entities.flatMap((entity): Choice[] => {
    const isPerson = people.has(entity.name);
    const isOther = [entity.name, ...entity.names].some((name) => others.has(name));
    if (isPerson === isOther) return [];
    const singles = entity.runs.filter(({ name }) => !name.includes(' '));
    const isCalled = singles.length > 0 && entity.name.includes(' ');
    const called: Entity = { name: singles[0]?.name ?? '', runs: singles, names: new Set(), nouns: new Set() };
    const uses = scene.uses(entity);
    return [entity, ...(isCalled ? [called] : [])].map(
      (one): Choice => ({
        candidates: [
          { names: sortOf(scene, one, uses), right: isPerson },
          { names: [], right: !isPerson },
        ],
      }),
    );
  });
}

type Marked<One> = { readonly one: One; readonly right: boolean };

/** Which of some candidates are best by a mark. */
function marked<One extends { readonly value: string | null }>(
  all: readonly One[],
  label: QuoteLabel,
  field: Field,
): Marked<One>[] {
  const ranks = all.map(({ value }) => label.ranks[field](value));
  const least = Math.min(...ranks.flatMap((rank) => rank ?? []));
  return all.map((one, n) => ({ one, right: ranks[n] === least }));
}
const choiceOf = (all: readonly Marked<{ readonly names: readonly Name[] }>[]): Choice => ({
  candidates: all.map(({ one, right }) => ({ names: one.names, right })),
});

/** Who speaks, each quotation with those before it rightly told; and those who speak, each with all that is theirs. */
function speakersOf({ narration, labels, byRule }: Article, weights: Weights) {
  const scene = new Scene(narration, weights);
  const voices: (Voice | null)[] = [];
  const choices: Choice[] = [];
  labels.forEach((label, at) => {
    const all = label === null ? [] : speakers(scene, at, voices, byRule[at]?.speaker ?? null);
    const found = label === null ? [] : marked(all, label, 'speaker');
    voices.push(found.find(({ right }) => right)?.one.voice ?? null);
    if (found.length > 0) choices.push(choiceOf(found));
  });
  return { scene, choices, spoken: byVoice(voices) };
}

const ofFirst = ({ labels, byRule }: Article, { quotes }: Spoken) => ({
  label: labels[quotes[0] ?? -1] ?? null,
  rule: quotes.map((at) => byRule[at]).find((one) => one !== undefined),
});

function rolesOf(article: Article, weights: Weights): Choice[] {
  const { scene, spoken } = speakersOf(article, weights);
  return spoken.flatMap((one) => {
    const { label, rule } = ofFirst(article, one);
    return label === null ? [] : [choiceOf(marked(roles(scene, one, rule?.role ?? null), label, 'role'))];
  });
}

function housesOf(article: Article, weights: Weights): Choice[] {
  const { scene, spoken } = speakersOf(article, weights);
  return spoken.flatMap((one) => {
    const { label, rule } = ofFirst(article, one);
    const { entity } = one.voice;
    const isHouse = entity !== null && label?.ranks.organisation(entity.name) != null;
    const role = best(weights, roles(scene, one, rule?.role ?? null));
    if (label === null || role === undefined || isHouse) return [];
    return [choiceOf(marked(houses(scene, one, role, rule?.organisation ?? null), label, 'organisation'))];
  });
}

function learnedFrom(articles: readonly Article[]): Learned {
  const names = learn(articles.flatMap(namesOf), SEED, QUICK);
  const sorts = learn(
    articles.flatMap((article) => sortsOf(article, weightsOf([names]))),
    SEED,
    QUICK,
  );
  const known = weightsOf([names, sorts]);
  const voices = learn(
    articles.flatMap((article) => speakersOf(article, known).choices),
    SEED,
    SLOW,
  );
  const offices = learn(
    articles.flatMap((article) => rolesOf(article, known)),
    SEED,
    QUICK,
  );
  const withRoles = weightsOf([names, sorts, offices]);
  const places = learn(
    articles.flatMap((article) => housesOf(article, withRoles)),
    SEED,
    QUICK,
  );
  return merged([names, sorts, voices, offices, places]);
}

type Tally = Record<Field, { all: number; ruled: number; right: number; wrong: number }>;
const nothing = (): Tally => {
  const none = () => ({ all: 0, ruled: 0, right: 0, wrong: 0 });
  return { speaker: none(), role: none(), organisation: none() };
};

function measure(articles: readonly Article[], weights: Weights, tally: Tally): void {
  for (const { narration, labels, byRule } of articles) {
    const told = attributedBy(weights, narration, byRule);
    labels.forEach((label, at) => {
      if (label === null) return;
      for (const field of FIELDS) {
        const [own, rule] = [told[at]?.[field] ?? null, byRule[at]?.[field] ?? null];
        const isRight = label.ranks[field](own) !== null;
        tally[field].all++;
        if (label.ranks[field](rule) !== null) tally[field].ruled++;
        if (isRight) tally[field].right++;
        else if (own !== null) tally[field].wrong++;
      }
    });
  }
}

function print(title: string, tally: Tally): void {
  for (const field of FIELDS) {
    const { all, ruled: byRule, right, wrong } = tally[field];
    const share = (n: number): string => (n / all).toFixed(3);
    console.log(
      `${title} ${field.padEnd(12)} rules ${share(byRule)}  chosen ${share(right)}, wrong ${share(wrong)}  (${all} quotes)`,
    );
  }
}

const articles = articlesOf(LEARNED);
if (process.argv.includes('--folds')) {
  const tally = nothing();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = weightsOf([learnedFrom(articles.filter((_, n) => n % FOLDS !== fold))]);
    measure(
      articles.filter((_, n) => n % FOLDS === fold),
      weights,
      tally,
    );
  }
  print('folds ', tally);
}
const all = learnedFrom(articles);
writeFileSync(WEIGHTS, written(fingerprint(LEARNED), all));
const tally = nothing();
measure(articlesOf(UNSEEN), weightsOf([all]), tally);
print('unseen', tally);
