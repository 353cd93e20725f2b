import { opposed } from '../../language/meaning.ts';
import { type Stated, support, supportOf } from './content.ts';
import { type Fault, fault } from './fault.ts';
import { moodFaults, polarityFaults } from './polarity.ts';
import { GENERIC, type Scope, within } from './scope.ts';
import { figureFaults, subjectFaults } from './subject.ts';
import { timeFaults } from './times.ts';
import type { Token } from './tokens.ts';

/** A clause of a claim beside a clause of a source: how much of it stands there, and what is wrong if it rests on it. */
export type Reading = { readonly scope: Scope; readonly support: number; readonly faults: readonly Fault[] };

/** Verbs that say little beside a figure. */
const MEASURE: ReadonlySet<string> = new Set(
  'be have amount total stand reach come run put number cost hold take make get see account represent go bring stretch last include'.split(
    ' ',
  ),
);

/** Words that say the contrary of a word of the source that nothing else in the claim takes up. */
function oppositeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const { tokens } = scope.clause;
  return clause.tokens.flatMap((token) => {
    if (token.classes.length === 0 || tokens.some((other) => other.keys.some((key) => token.keys.includes(key))))
      return [];
    const against = tokens.find(
      (other) =>
        opposed(token.classes, other.classes) &&
        !clause.tokens.some((word) => word.keys.some((key) => other.keys.includes(key))),
    );
    return against === undefined ? [] : [fault('direction', token.text, against.text, 1)];
  });
}

const CAUSE: ReadonlySet<string> = new Set(
  'because due owing thanks therefore consequently hence amid despite'.split(' '),
);
const CAUSED: ReadonlySet<string> = new Set(
  'because due owe thank therefore consequently hence amid cause lead result trigger prompt drive blame attribute after since reflect help so follow despite'.split(
    ' ',
  ),
);

function causeFaults({ clause }: Stated, scope: Scope): Fault[] {
  const marker = clause.tokens.find(({ low }) => CAUSE.has(low));
  if (marker === undefined) return [];
  const told = scope.parsed.tokens.some(({ low, lemma }) => CAUSED.has(low) || CAUSED.has(lemma));
  return told ? [] : [fault('statement', marker.text, null, 1)];
}

function missing(token: Token): number {
  if (token.pos === 'PROPN') return 0.6;
  if (token.pos === 'NOUN') return GENERIC.has(token.lemma) ? 0.2 : 0.6;
  return token.pos === 'VERB' ? 0.4 : 0.35;
}

function contentFaults({ clause, content, figures }: Stated, scope: Scope): Fault[] {
  return content.flatMap((token) => {
    if (support(token, scope) > 0) return [];
    const main = clause.verbs.includes(token);
    if (main && (clause.reporting || (MEASURE.has(token.lemma) && figures.length > 0))) return [];
    return [fault('statement', token.text, null, missing(token))];
  });
}

/** Reads a clause of a claim as if it rested on this clause of a source. */
export function read(stated: Stated, scope: Scope): Reading {
  return {
    scope,
    support: supportOf(stated, scope),
    faults: [
      ...subjectFaults(stated, scope),
      ...figureFaults(stated, scope),
      ...oppositeFaults(stated, scope),
      ...timeFaults(stated, scope),
      ...polarityFaults(stated, scope),
      ...moodFaults(stated, scope),
      ...causeFaults(stated, scope),
      ...contentFaults(stated, scope),
    ],
  };
}
