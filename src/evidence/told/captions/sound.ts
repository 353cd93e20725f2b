import { participleOf } from '../../../reading/lemma.ts';

/** A way in which a caption, read on its own, tells nothing or something else. `example` has the fault, `counter` looks alike and has not. */
export type Fault = {
  readonly name: string;
  readonly in: (caption: string) => boolean;
  readonly example: string;
  readonly counter: string;
};

/** What can be done with so much of something, by the verb that an amount is the object of. */
const TAKES_AMOUNT = new Set(
  `add agree arrange ask attract award bid book borrow build burn buy charge claim commit consume contract contribute cost demand deploy
  deposit donate draw earn earmark export find fund gain generate get give grant hold import install invest issue keep lease lend load
  lose make need obtain offer operate order owe own pay pledge produce promise provide purchase raise receive rent repay request require
  reserve return save secure seek sell serve set ship sign spend store supply take train transfer transmit use want win withdraw write`.split(
    /\s+/,
  ),
);
const PARTICIPLES = new Set([...TAKES_AMOUNT].map(participleOf));

export const FAULTS: readonly Fault[] = [
  {
    name: 'begins within a word or with a unit',
    in: (caption) =>
      /(?:^|: )(?:[^\p{L}\d]|per ?cent\b|[kMGT]?VA?\b|[kMGT]Wh?\b|[KMGTP]B\b|km\b|billion\b|million\b|trillion\b)/u.test(
        caption,
      ),
    example: 'MW to a peak',
    counter: 'megawatts of spare power',
  },
  {
    name: 'holds a number in digits with its scale',
    in: (caption) => /(?<![\p{L}\d-])\d{1,9}(?:\.\d{1,3})?(?:m|mn|bn|tn|k|x)\b/u.test(caption),
    example: 'share of 900m provided by Halden',
    counter: 'price of an H100',
  },
  {
    name: 'tells one thing by itself',
    in: (caption) => {
      // A name and a noun may be one word: "data centres of Halden Data".
      const stems = (caption.match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/(?:m?ed|m?ing|e?s)$/, ''));
      return new Set(stems).size < stems.length;
    },
    example: 'claim trimmed by a judgment that trims a claim',
    counter: 'claim trimmed by a judge',
  },
  {
    name: 'is one common noun',
    in: (caption) => /^\p{Ll}+$/u.test(caption),
    example: 'inventories',
    counter: 'net debt',
  },
  {
    name: 'points at what it does not name',
    in: (caption) => /(?:^| (?:of|in|for|at|by) )\p{Ll}+['’]s /u.test(caption),
    example: 'share of hall’s energy',
    counter: 'ceiling in the ministry’s draft tariff',
  },
  {
    name: 'is cut within brackets, a clause or a word',
    in: (caption) =>
      /[()]/.test(caption.replace(/\([^()]*\)/g, '')) ||
      /^\S+ (?:to|by|of|for|in|from|with)$| (?:over|own|one|two|three|four|five|six|seven|eight|nine|ten)$|share of \p{Ll}+ed (?:by|to) |(?:^|: )(?:which|whose|who|that|end of|start of) /u.test(
        caption,
      ) ||
      / ['’](?:ll|d|ve|re) /.test(caption),
    example: 'Skarn: which cooled by sea water',
    counter: 'halls (and offices) that Halden leases',
  },
  {
    name: 'has two predicates in a row',
    in: (caption) =>
      (caption.match(/ (?:can|could|will|would|has|have|had|did|does|do|is|are|was|were) (?:not )?(?:been )?\p{Ll}+/gu)
        ?.length ?? 0) > 1 || / (?:had been|has been|did not|do not|does not)\b/.test(caption),
    example: 'budget for that hall had been spent',
    counter: 'power that lines will bring to the hall',
  },
  {
    name: 'is a deed that takes no amount',
    in: (caption) => {
      const [, verb] = /^(\p{Ll}+) (?:out |off |up )?(?:by|to|in|with) /u.exec(caption) ?? [];
      return verb !== undefined && /ed$/.test(verb) && !PARTICIPLES.has(verb);
    },
    example: 'advised by the operating manual',
    counter: 'raised by Halden in a round',
  },
];

/** What leads to a time that a caption leaves out: "inventories at the end (of September)". */
const LEADS =
  / (?:(?:at|by) the (?:end|start|beginning|close)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:for|in|over|during) the (?:(?:\p{Ll}+ )?(?:days|weeks|months|quarters?|years?)))$/u;

/** A caption without an end that leads to nothing; null where it has a fault. */
export function sound(caption: string): string | null {
  const whole = caption.replace(LEADS, '');
  return FAULTS.some((fault) => fault.in(whole)) ? null : whole;
}
