import type { Cast } from '../people/cast.ts';
import type { NameRun } from '../people/names.ts';
import type { Prose, Token } from '../people/tokens.ts';
import { clauseAfter, clauseBefore, closingClause, endingOf, signatureAfter, subjectOf } from './clauses.ts';
import type { Marked } from './marks.ts';
import { lastPerson, type Phrase, type Range, resolve, type Sofar, type Speaker } from './source.ts';
import { verbAt } from './verbs.ts';

/** `clause`: a reporting clause says so. `sentence`: whom its sentence is about. `carried`: who spoke before. */
export type Attribution = {
  readonly speaker: Speaker | null;
  readonly by: 'clause' | 'sentence' | 'carried' | null;
  /** Nothing of the narration stands in the quotation's sentence before it. */
  readonly opens: boolean;
  /** A verb of speech, a comma or a colon stands right before it. */
  readonly announced: boolean;
};

function sentencesOf(tokens: readonly Token[], runs: readonly NameRun[]): Range[] {
  const sentences: Range[] = [];
  let from = 0;
  let firstRun = 0;
  for (const [index, token] of tokens.entries()) {
    const isStop = token.kind === 'mark' && /^[.!?]$/.test(token.text) && !goesOn(tokens[index + 1]);
    if (token.kind !== 'break' && !isStop) continue;
    const to = index + 1;
    let endRun = firstRun;
    for (let run = runs[endRun]; run !== undefined && run.from < to; run = runs[endRun]) endRun++;
    sentences.push({ from, to, firstRun, endRun, closes: token.kind === 'break' });
    from = to;
    firstRun = endRun;
  }
  return sentences;
}

/** A full stop before a comma, a bracket or a small letter belongs to an abbreviation. */
const goesOn = (next: Token | undefined): boolean =>
  next !== undefined && (/^[,;)\]]$/.test(next.text) || (next.kind === 'word' && !next.capital));

/** Finds who spoke each quotation, by its index among what is marked. */
export function attribute(prose: Prose, marked: readonly Marked[], cast: Cast): Attribution[] {
  const { text, narration: tokens } = prose;
  const reader = { text, tokens, cast };
  const sentences = sentencesOf(tokens, cast.runs);
  const speakers: (Speaker | undefined)[] = Array.from({ length: sentences.length });
  const sofar: Sofar = { tokens, cast, sentences, speakers };
  const attributions: Attribution[] = [];
  /** The speaker of the paragraph's last quotation, and of the text's. */
  let inParagraph: Speaker | null = null;
  let before: Speaker | null = null;
  /** The paragraph before this one ended with a colon. */
  let announced: Speaker | null = null;
  let quotedBefore = false;
  let quotedHere = false;
  for (const [s, { from, to, closes }] of sentences.entries()) {
    /** Where the clause begins: a quotation that ended its sentence bounds what follows. */
    let lowest = from;
    for (let q = from; q < to; q++) {
      const token = tokens[q];
      if (token?.kind !== 'quoted') continue;
      const mark = marked[token.quoted];
      if (mark === undefined) continue;
      const ending = endingOf(text, mark.end, mark.outerEnd);
      const opens = lowest === q;
      let speaker: Speaker | null = null;
      let by: Attribution['by'] = null;
      const accept = (phrase: Phrase | null, how: Attribution['by']): void => {
        if (phrase === null || by !== null) return;
        speaker = resolve(sofar, s, phrase);
        by = how;
      };
      const left = (): void => {
        const clause = clauseBefore(reader, q, lowest);
        if (clause !== 'shared') accept(clause, 'clause');
        else if (by === null && inParagraph !== null) {
          speaker = inParagraph;
          by = 'clause';
        }
      };
      const isAnnounced =
        q > lowest && (/^[,:]$/.test(tokens[q - 1]?.text ?? '') || verbAt(tokens, q - 1)?.kind === 'speech');
      const goesRight = ending === 'comma' || ending === 'open' || (ending === 'bare' && opens);
      if (mark.continues && inParagraph === null && opens && before !== null && continuesFrom(marked, token.quoted)) {
        speaker = before;
        by = 'carried';
      } else {
        accept(signatureAfter(reader, q), 'clause');
        if (isAnnounced) left();
        if (goesRight || /^\p{Ll}/u.test(tokens[q + 1]?.text ?? '')) accept(clauseAfter(reader, q, to), 'clause');
        left();
        if (ending !== 'stop' && !opens) accept(closingClause(reader, q, to), 'clause');
        if (by === null && opens && (ending === 'stop' || ending === 'open') && !quotedHere && announced !== null) {
          speaker = announced;
          by = 'carried';
        }
        if (by === null && opens && inParagraph !== null) {
          speaker = inParagraph;
          by = 'carried';
        }
        if (!opens) accept(subjectOf(reader, lowest, q), 'sentence');
        if (by === null && opens && quotedBefore && before !== null) {
          speaker = before;
          by = 'carried';
        }
        if (by === null && opens) {
          const person = lastPerson(sofar, s, tokens[q]?.start === undefined ? 0 : q, () => true);
          if (person !== null) {
            speaker = { person, name: person.name, role: person.role, organisation: person.organisation, noun: null };
            by = 'carried';
          }
        }
      }
      attributions[token.quoted] = { speaker, by, opens, announced: isAnnounced };
      const next = tokens[q + 1];
      const last = text.charAt(mark.end - 1);
      if (last === '.' || (/[!?]/.test(last) && (next?.initial === true || next?.kind === 'quoted'))) lowest = q + 1;
      quotedHere = true;
      if (speaker !== null) {
        inParagraph = speaker;
        before = speaker;
        speakers[s] = speaker;
      }
    }
    if (closes) {
      const last = tokens[to - 2];
      announced = null;
      if (last?.text === ':') {
        const phrase = clauseBefore(reader, to - 1, from);
        const found = phrase === null || phrase === 'shared' ? subjectOf(reader, from, to) : phrase;
        announced = found === null ? before : resolve(sofar, s, found);
      }
      inParagraph = null;
      quotedBefore = quotedHere;
      quotedHere = false;
    }
  }
  return attributions;
}

const continuesFrom = (marked: readonly Marked[], index: number): boolean => marked[index - 1]?.continues === true;
