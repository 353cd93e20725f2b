import type { Stance } from './clause.ts';

const table = <T extends string>(rows: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries<string>(rows).flatMap(([name, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word): [string, T] => [word, name as T]),
    ),
  );

/** Verbs by the stance that their subject takes to the clause under them. */
export const STANCE_OF_VERB = table<Stance>({
  says: `say tell report note add remark announce declare comment argue claim insist stress write state acknowledge admit show reveal indicate
    suggest find disclose warn explain confirm conclude maintain observe point reply answer assert testify reiterate recall allege contend
    mention emphasize emphasise highlight affirm concede agree think believe know tweet post read publish caution reckon see consider remind
    describe cite quote inform assure promise pledge vow guarantee determine estimate calculate rule decide learn understand hear`,
  denies: 'deny dispute refute contradict rebut disavow retract withdraw disprove',
  doubts: 'doubt question suspect wonder challenge',
  expects: 'expect forecast predict project anticipate foresee guide model envision envisage assume plan intend aim',
  asks: 'ask demand urge request require propose recommend call seek want order push press petition propose invite',
  fears: 'fear worry dread',
  hopes: 'hope wish like prefer',
  rejects: 'reject refuse decline oppose dismiss rule_out block veto scrap abandon',
  lacks: 'lack',
});

/** Nouns that frame the clause or the phrase under them. */
export const STANCE_OF_NOUN = table<Stance>({
  says: `report statement claim announcement word news comment remark assertion allegation suggestion view belief evidence sign proof finding
    conclusion indication argument idea notion fact rumor rumour speculation estimate promise pledge guarantee`,
  denies: 'denial retraction',
  doubts: 'doubt question suspicion uncertainty skepticism scepticism',
  expects: 'expectation forecast prediction projection anticipation assumption guidance outlook plan intention',
  asks: 'request demand call proposal recommendation application bid petition offer',
  fears: 'fear worry concern risk warning danger threat',
  hopes: 'hope wish',
  rejects: 'rejection refusal veto',
  lacks: 'lack absence',
});

/** Verbs and adjectives whose infinitive or clause is not told as done. */
export const MOOD_OF_GOVERNOR = table<'plan' | 'forecast' | 'possible'>({
  plan: `plan intend aim agree pledge promise vow commit decide schedule slate set prepare prepared ready commit order commission arrange elect
    contract target`,
  forecast:
    'expect forecast predict project anticipate estimate likely due expected poise poised bound track guide model foresee unlikely',
  possible: `hope want wish seek consider weigh mull explore propose offer try attempt ask invite urge recommend suggest allow permit enable able
    possible need require want eligible free able willing option right talk negotiate discuss study evaluate like threaten request approve`,
});

/** Nouns whose infinitive or "of" clause is not told as done: "in talks to", "an option to", "a plan to". */
export const MOOD_OF_NOUN = table<'plan' | 'forecast' | 'possible'>({
  plan: 'plan intention decision pledge promise commitment agreement deal order contract goal target aim schedule',
  forecast: 'forecast expectation projection prediction guidance outlook',
  possible:
    'option right chance ability talk negotiation discussion proposal offer attempt bid effort opportunity possibility potential permission capacity request application hope',
});

/** Governing verbs whose infinitive is done where they are: "began to ship", "managed to". */
export const IMPLICATIVE: ReadonlySet<string> = new Set(
  `begin start continue keep manage help have use come get cease seem appear prove tend go happen stop finish complete serve turn let make`.split(
    /\s+/,
  ),
);
/** Governing verbs whose infinitive is denied: "failed to deliver". */
export const NEGATIVE: ReadonlySet<string> = new Set(['fail', 'refuse', 'decline', 'neglect', 'forget']);
