import type { FigureReading, Hedge } from '../../model.ts';

/** "Above a load factor of 85%" is a load factor above 85%. */
const APART =
  /\b(?:(above|more than|at least)|below|less than|up to|at most) an? (?!consensus|forecast|estimate|target)(?:[\p{L}-]+ ){1,3}of $/iu;

/** The figure with the hedge that stands before what it measures. */
export function hedgedApart(figure: FigureReading, text: string): FigureReading {
  const found = figure.hedge === '=' ? APART.exec(text.slice(Math.max(0, figure.start - 48), figure.start)) : null;
  return found === null ? figure : { ...figure, hedge: found[1] === undefined ? '<' : '>' };
}

/** How far a word that bounds a number stands from it, in UTF-16 code units. */
const REACH = 56;

type Way = { readonly before?: RegExp; readonly behind?: RegExp; readonly told: readonly Hedge[] };

const CEILING = '(?:ceiling|cap|maximum|upper limit)';
const FLOOR = '(?:minimum|floor)';
const EDGE = '(?:threshold|limit)';
/** The words around a number that tell it as a bound, besides those that its hedge is read from: nouns, verbs, terms. */
const WAYS: readonly Way[] = [
  {
    before: new RegExp(
      `\\b(?:${CEILING}s? (?:at|of|to|is|was)|capped at|limit(?:s|ed|ing)? (?:[^.;,]{0,32} )?to|held to|tops? out at|(?:can|could|may|might|had?) reach(?:ed)?|highest [^.;,]{0,40}(?:is|was)|at one point) (?:\\p{L}+ )?$|\\bonly $`,
      'iu',
    ),
    told: ['=', '<'],
  },
  { behind: new RegExp(`^(?:[ -](?!of\\b)[\\p{L}-]+)?[ -]${CEILING}\\b`, 'iu'), told: ['=', '<'] },
  { behind: /^[^.;,]{0,32} at (?:the )?most(?=[.,;]|$)/i, told: ['<'] },
  { before: new RegExp(`\\b${FLOOR} (?:\\p{L}+ ){0,2}(?:at|of|to|is|was) (?:\\p{L}+ )?$`, 'iu'), told: ['=', '>'] },
  { behind: new RegExp(`^(?:[ -](?!of\\b)[\\p{L}-]+)?[ -]${FLOOR}\\b`, 'iu'), told: ['=', '>'] },
  { before: new RegExp(`\\b${EDGE} (?:at|of|to|is|was) (?:\\p{L}+ )?$`, 'iu'), told: ['=', '<', '>'] },
  { behind: new RegExp(`^(?:[ -](?!of\\b)[\\p{L}-]+)?[ -](?:${EDGE}|level|mark)\\b`, 'iu'), told: ['=', '<', '>'] },
  {
    before: /\bthe $/i,
    behind:
      /^[^.;]{0,44}?\b(?:set|required|needed|demanded|prescribed|requested|sought|allow(?:s|ed)|permit(?:s|ted)|on which)\b/i,
    told: ['=', '<', '>'],
  },
  // "Has 28 days to appeal", "within 28 days".
  {
    before: /\b(?:ha(?:s|ve|d|ving)|gives?|gave|given|allow(?:s|ed)) (?:\p{L}+ ){0,2}$/iu,
    behind: /^ (?:in which|to)\b/,
    told: ['<'],
  },
];

const AVERAGE = /\baverag(?:e|ed|es|ing)\b/i;
/** "Less than the 5 million planned" compares with a figure, and does not hedge it. */
const COMPARED = /\b(?:than|short of|shy of) (?:the|its|their)\b/i;
/** "Short of the 40% agreed", "above the 402-metre level": a bound that is known. */
const COMPARES =
  /\b(?:(?:more|greater|higher|larger|less|fewer|lower|smaller) than|above|over|exceed(?:s|ed|ing)?|short of|shy of|below|under) (?:the|its|their) $/i;
const DENIED = /(?:\b(?:not|never|cannot|no|nothing|none|nor)\b|n['’]t\b)[^.;,:]{0,40}$/i;

/** The hedges that a number may be told with, besides the one that was read: bounds are told by nouns and verbs as well, and a denial turns them round. */
export function hedgesOf({ hedge, text: own, start, end }: FigureReading, text: string): readonly Hedge[] {
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + REACH);
  if (hedge !== '=') {
    if (hedge !== '~' && DENIED.test(before)) return [hedge === '>' ? '<' : '>'];
    return AVERAGE.test(own) || COMPARED.test(own) ? [hedge, '='] : [hedge];
  }
  const around = WAYS.filter((way) => (way.before?.test(before) ?? true) && (way.behind?.test(behind) ?? true));
  return [hedge, ...around.flatMap(({ told }) => told), ...(COMPARES.test(before) ? (['<', '>'] as const) : [])];
}
