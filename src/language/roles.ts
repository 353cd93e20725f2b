/** What people are to an organisation or to the news: the nouns of job titles, offices and occupations, singular. */
const ROLE_NOUNS = `
  accountant activist actor actress adjutant administrator admiral adviser advisor advocate agent aide ally
  ambassador analyst anchor anchorman anchorwoman apprentice archbishop architect artist assemblyman assemblywoman
  assistant associate astronaut astronomer attorney auditor aunt author baker banker barrister billionaire
  biographer biologist bishop blogger boss boyfriend brigadier broadcaster broker brother builder businessman
  businessperson businesswoman buyer candidate captain cardinal caretaker cashier ceo cfo chair chairman chairperson
  chairwoman challenger champion chancellor chef chief cio ciso classmate clerk cmo co-author co-ceo co-chair
  co-chairman co-chief co-creator co-director co-founder co-head co-host co-lead co-owner coach cofounder colleague
  colonel columnist comedian commander commentator commissioner comptroller conductor congressman congresswoman
  constable consul consultant contractor controller coo coordinator correspondent councillor councilman councilwoman
  counsel counsellor counselor counterpart cousin cpo cto curator customer daughter dean delegate demonstrator
  deputy designer detective developer diplomat director doctor donor driver economist editor editor-in-chief
  educator electrician employee engineer entrepreneur envoy evangelist evp executive expert farmer father fellow
  fiance fiancee fighter filmmaker financier firefighter first-lady forecaster founder friend front-runner
  frontrunner fundraiser general girlfriend governor graduate grandmother guard guest head historian homeowner
  hopeful host hostess husband incumbent inspector instructor intern interpreter inventor investigator investor
  journalist judge justice lawmaker lawyer lead leader lecturer legislator librarian lieutenant lobbyist magistrate
  major maker manager marshal mathematician mayor mechanic mediator member meteorologist microbiologist millionaire
  minister moderator mother musician negotiator neighbor neighbour newcomer newscaster newsman nominee novelist
  nurse officer official ombudsman operative operator organiser organizer owner painter partner party-goer passenger
  pastor pathologist patient pediatrician philosopher photographer physician physicist pilot planner player poet
  politician pollster pope postdoc predecessor premier presenter president priest prime-minister principal producer
  professor programmer prosecutor protester provost psychiatrist psychologist publicist publisher pundit rabbi
  rancher ranger realtor receptionist rector regulator reporter representative researcher resident retailer retiree
  reviewer rival roommate sailor salesman saleswoman scholar scientist screenwriter secretary senator sergeant
  shareholder sheriff singer sister skeptic sociologist soldier solicitor son source speaker specialist spokesman
  spokesperson spokeswoman spouse staffer star statistician steward strategist student successor superdelegate
  superintendent supervisor supporter surgeon surrogate survivor svp teacher technician technologist theorist
  therapist trader trainer translator traveler treasurer trustee tutor tycoon uncle undersecretary underwriter user
  vet veteran veterinarian vice-chair vice-chairman vice-president victim videographer visitor volunteer voter vp warden watchdog
  whistleblower widow widower wife winner witness worker writer`;

/** Words that stand before a role noun as part of a title: chief executive, vice president, national security adviser. */
const ROLE_MODIFIERS = `
  acting administrative agriculture ai assistant associate attorney brigadier business campaign chief climate cloud commerce commercial
  communications corporate creative data defence defense deputy digital district editor editorial emeritus energy
  engineering executive finance financial first foreign founding general global government group hardware head
  health homeland human-resources housing industry information infrastructure interim interior investment jr justice labor labour lead legal majority managing
  marketing medical minority national navy operating operations people policy political press prime principal
  product regional research revenue risk sales science scientific security senior software sr staff state strategy
  sustainability technical technology trade transport transportation travel treasury under vice`;

/** Role nouns that a company may be as well as a person. */
const BODIES_TOO = `
  broadcaster broker builder buyer challenger contractor customer designer developer distributor donor investor
  leader maker manufacturer operator owner partner planner producer publisher regulator retailer
  rival shareholder star supplier underwriter user watchdog winner`;

const HONORIFICS = `mr mrs ms miss mx dr sir dame lord lady sheikh sheikha prof rev reverend fr hon`;

/** Short forms that stand before a name, with the noun that they mean. */
const SHORT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sen: 'senator',
    cllr: 'councillor',
    rep: 'representative',
    gov: 'governor',
    gen: 'general',
    col: 'colonel',
    lt: 'lieutenant',
    sgt: 'sergeant',
    capt: 'captain',
    maj: 'major',
    cmdr: 'commander',
    adm: 'admiral',
    pres: 'president',
    det: 'detective',
    justice: 'judge',
    insp: 'inspector',
    supt: 'superintendent',
    cpl: 'corporal',
    amb: 'ambassador',
    atty: 'attorney',
    prof: 'professor',
    ceo: 'chief executive',
    cfo: 'chief financial officer',
    coo: 'chief operating officer',
    cto: 'chief technology officer',
    cio: 'chief information officer',
    cmo: 'chief marketing officer',
    vp: 'vice president',
    svp: 'senior vice president',
    evp: 'executive vice president',
  }),
);

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const NOUNS = words(ROLE_NOUNS);
const MODIFIERS = words(ROLE_MODIFIERS);
/** Plurals that are verbs more often. */
const VERBS_TOO = words(
  'chairs coaches guards heads hosts judges leads partners stars stewards tutors vets volunteers witnesses',
);
const EITHER = words(BODIES_TOO);
const RESPECT = words(HONORIFICS);
const AGENT = /(?:[^aeiou]ist|ologist|ographer|onomist|(?:wo)?man|person|smith|keeper|holder|ician|crat)$/;
const NO_AGENT = new Set(
  'list exist persist consist insist assist resist mist fist twist wrist gist human woman german roman'.split(' '),
);

const bare = (word: string): string => (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();

/** Whether a word names what somebody is: analyst, CEO, Sen., spokeswoman. */
export function isRoleNoun(word: string): boolean {
  const noun = bare(word);
  if (NOUNS.has(noun) || SHORT_TITLES.has(noun)) return true;
  if (noun === word && noun.endsWith('s') && NOUNS.has(noun.slice(0, -1))) return !VERBS_TOO.has(noun);
  // A capitalised one may be a surname: Lindqvist, Beckman.
  return noun.length > 5 && noun === word && AGENT.test(noun) && !NO_AGENT.has(noun);
}

/** Whether a word may be part of a title before its noun: chief, vice, deputy. */
export function isRoleModifier(word: string): boolean {
  return MODIFIERS.has(bare(word));
}

/** Whether only a person can be what the noun says: an analyst, yes; a developer may be a company. */
export function isPersonalNoun(word: string): boolean {
  const noun = bare(word);
  return isRoleNoun(word) && !EITHER.has(noun) && (!noun.endsWith('s') || NOUNS.has(noun));
}

/** Mr., Dr., Dame: they say that a name follows, and no role. */
export function isHonorific(word: string): boolean {
  return RESPECT.has(bare(word));
}

/** The noun that a title means: senator for Sen., chief executive for CEO. */
export function roleMeant(word: string): string {
  return SHORT_TITLES.get(bare(word)) ?? bare(word);
}

/** Offices that are always somewhere's, whether it is named beside them or not. */
const OFFICE =
  /\bchief (?:\w+ )*(?:executive|officer)$|^c[a-z]o$|\b(?:[es]?vp|vice president|executive|head|director|manager|chairman|chairwoman|chair|spokes\w+|treasurer|counsel|chief|(?:co-?)?founder|partner|curator|head ?teacher|managing editor)\b/;

/** Whether a role is an office within an organisation, as "chief executive" is and "analyst" is not. */
export function isOffice(role: string): boolean {
  // "Vice President" before a name is a state's.
  return role !== 'Vice President' && OFFICE.test(role.toLowerCase()) && !/^former /i.test(role);
}

const RELATIONS =
  /^(?:counterpart|friend|wife|husband|daughter|son|brother|sister|mother|father|lawyer|attorney|aide|ally|colleague|deputy|successor|predecessor|rival|widow|girlfriend|boyfriend|fianc[eé]e?)$/;

/** Is it what somebody is to a person rather than to an organisation: Petrov's counterpart, Vidal's lawyer? */
export const isRelation = (noun: string): boolean => RELATIONS.test(noun);
