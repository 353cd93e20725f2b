/** Plurals that no ending tells. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  teeth: 'tooth',
  geese: 'goose',
  mice: 'mouse',
  oxen: 'ox',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  leaves: 'leaf',
  halves: 'half',
  shelves: 'shelf',
  wolves: 'wolf',
  thieves: 'thief',
  loaves: 'loaf',
  selves: 'self',
  criteria: 'criterion',
  phenomena: 'phenomenon',
  bacteria: 'bacterium',
  crises: 'crisis',
  analyses: 'analysis',
  theses: 'thesis',
  bases: 'base',
  indices: 'index',
  vertices: 'vertex',
  matrices: 'matrix',
  axes: 'axis',
  policemen: 'policeman',
  businessmen: 'businessman',
  fishermen: 'fisherman',
  dice: 'die',
  buses: 'bus',
  gases: 'gas',
  lenses: 'lens',
  viruses: 'virus',
  campuses: 'campus',
  bonuses: 'bonus',
  statuses: 'status',
  movies: 'movie',
  cookies: 'cookie',
  ties: 'tie',
  pies: 'pie',
  lies: 'lie',
  calories: 'calorie',
  zombies: 'zombie',
  rookies: 'rookie',
  selfies: 'selfie',
  potatoes: 'potato',
  tomatoes: 'tomato',
  heroes: 'hero',
  echoes: 'echo',
  vetoes: 'veto',
  torpedoes: 'torpedo',
  tornadoes: 'tornado',
  volcanoes: 'volcano',
  mosquitoes: 'mosquito',
  shoes: 'shoe',
  axles: 'axle',
  caches: 'cache',
  aches: 'ache',
  headaches: 'headache',
};

/** Gentlemen, spokeswomen; no specimens. */
const MEN = /^(?!speci|regi|abdo|acu|cycla|hy|se|sta|dol).+men$/;

/** Nouns whose plural looks like the singular, or that are plural without an end that shows it. */
const SAME: ReadonlySet<string> = new Set(
  `aircraft spacecraft sheep deer fish species series means cattle police staff personnel hertz headquarters crossroads barracks
  offspring salmon trout squid bison swine head youth data media dollars`.split(/\s+/),
);

/** Words in -s that are no plurals. */
const NOT_PLURAL: ReadonlySet<string> = new Set(
  `this is was as has his its us bus gas plus less various previous serious famous religious dangerous news analysis basis crisis
  thesis always perhaps besides across process business access success progress press class glass mass loss boss pass cross grass
  dress address express congress campus virus focus bonus status census consensus surplus corpus chorus genius nucleus radius
  physics mathematics economics politics electronics lens canvas christmas series species yes afterwards towards upwards downwards
  forwards overseas does goes says sometimes nevertheless nonetheless unless thus versus alias atlas bias chaos cosmos ethos
  diabetes measles tennis chess paris texas kansas illinois tennis iris debris chassis davis penis arkansas massachusetts minus`.split(
    /\s+/,
  ),
);

/** Is it a noun without a plural of its own, which also stands before another noun ("data centres", "staff members")? */
export const isUnmarked = (noun: string): boolean => SAME.has(noun);

/** Does a lower-case English noun look like a plural? */
export function isPlural(noun: string): boolean {
  if (Object.hasOwn(IRREGULAR, noun) || SAME.has(noun) || MEN.test(noun)) return true;
  return noun.length > 2 && noun.endsWith('s') && !/(?:ss|us|[sx]is)$/.test(noun) && !NOT_PLURAL.has(noun);
}

/** The singular of a lower-case English noun; a word that is no plural comes back as it is. */
export function singular(noun: string): string {
  const irregular = Object.hasOwn(IRREGULAR, noun) ? IRREGULAR[noun] : undefined;
  if (irregular !== undefined) return irregular;
  if (SAME.has(noun) || !isPlural(noun)) return noun;
  if (MEN.test(noun)) return `${noun.slice(0, -2)}an`;
  if (noun.length > 4 && noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

/** Does a noun end as those do that have no number, which stand alone without being names: "output", "generation"? */
export const isMass = (noun: string): boolean =>
  /(?:tion|ency|ancy|out|age|ment|ity|ance|ence|ness|ship|ing|put)$/.test(noun);
