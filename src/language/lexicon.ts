/** Words of English by what they do in a sentence: enough to see where a noun phrase ends. All in lower case. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const DETERMINERS =
  words(`the a an this that these those its his her their our your my whose each every either neither
  some any no all both another such what which`);

export const PREPOSITIONS =
  words(`of in on at by for from to with without within into onto over under above below between among
  amid against across along around about after before during since until till through throughout toward towards upon per via
  versus vs despite except excluding including like unlike near off out past plus minus than as because worth behind beyond
  beside besides concerning regarding following down up inside outside aboard atop alongside`);

export const CONJUNCTIONS =
  words(`and or but nor so yet if while when whereas although though unless whether where who whom that
  which because how why what once then & compared`);

export const PRONOUNS =
  words(`i you he she it we they me him them us who whom whose which what that this these those himself
  herself itself themselves myself ourselves yourself everyone someone anyone nobody everybody somebody nothing something
  anything everything one ones others mine yours hers ours theirs there here`);

const AUXILIARIES =
  words(`is are was were be been being am has have had having do does did will would shall should can could
  may might must ought isn aren wasn weren hasn haven hadn doesn don didn won wouldn cannot couldn ain re ve ll`);

/** Finite forms, and bare forms that stand after a subject, of the verbs that news is told with. */
export const VERBS =
  words(`said says say told tells tell reported reports report added adds announced announces claimed claims stated
  states noted notes wrote writes argued argues warned warns predicted predicts forecast forecasts expects expected estimates
  estimated believes believed thinks thought knew knows hopes hoped wants wanted plans planned intends intended agreed agrees
  decided decides aims aimed seeks sought tried tries began begins begin started starts start continued continues kept keeps
  stopped stops ended ends opened opens closed closes became becomes become remained remains remain stayed stays seemed seems
  appeared appears looked looks got gets get went goes go came comes come made makes make took takes take gave gives give put
  puts set sets let lets held holds hold brought brings bring left leaves leave sent sends send met meets ran runs run led leads
  lead grew grows grow rose rises fell falls fall climbed climbs jumped jumps surged soared gained gains slipped dropped drops
  declined declines decreased decreases increased increases tumbled plunged sank slid slumped shrank shrinks widened narrowed
  doubled tripled quadrupled halved reached reaches hit hits exceeded exceeds topped tops totaled totalled totals amounted
  averaged averages ranged ranges stood stands cost costs paid pays pay bought buys buy sold sells sell raised raises won wins
  lost loses beat beats scored scores earned earns spent spends spend invested invests received receives employed employs
  contains contained includes included consists comprises represents represented accounts accounted used uses use needs needed
  requires required provided provides offers offered built builds build makes produced produces generates generated consumes
  consumed draws drew owns owned operates operated serves served supplies supplied carries carried covers covered covers
  launched launches released unveiled introduced signed joined hired fired cut cuts laid killed injured died arrested charged
  sentenced elected named called known based located born married lived lives worked works live work moved moves arrived
  arrives returned returns followed follows caused causes saw sees seen found finds find showed shows show helped helps allows
  allowed enables faced faces filed files sued asked asks called calls accepted refused rejected approved approves completed
  completes finished failed fails posted posts beat missed booked boosts boosted lifts lifted lowers lowered turned turns play
  played plays attended voted votes visited watched listened read received apply applied responded participate participated
  gather gathered rent rents rented leased fetch fetches go do run agree agreed disagree believe think expect estimate want need know say prefer support oppose trust rely waited wait sit sat stand went weighs weighed measures measured spans spanned lasts lasted boasts features
  doubles triples quadruples stretch stretches stretched valued
  delivers delivered ships shipped trades traded yields yielded`);

/** Adverbs that do not end in -ly, and others that stand between a number and its noun without being one. */
export const ADVERBS =
  words(`not now then also just still already yet even only again ever never often soon later earlier ago away
  back together alone apart too very quite rather almost nearly about around approximately roughly more less most least fewer
  further farther instead otherwise however meanwhile therefore thus hence today yesterday tomorrow tonight once twice
  far overall altogether combined respectively annually abroad
  each apiece total else enough high long wide tall deep thick old north south east west northwest northeast southwest
  southeast downstream upstream`);

/** Adjectives that come before a counted noun and would else be taken for it. */
const ADJECTIVES =
  words(`new old young big small large great good bad high low long short major minor main key top leading
  additional extra other different similar same various several many few more further separate independent local national
  international global foreign domestic public private federal senior junior chief former current next last previous first
  second third final recent early late full part half partial whole entire single double triple multiple individual average
  total net gross annual monthly weekly daily quarterly yearly consecutive straight successive remaining existing potential
  possible likely active available empty free open closed dead alive injured wounded missing black white red blue green
  solar nuclear electric electrical digital virtual mobile military civilian human female male adult fatal deadly
  american british chinese european german french japanese indian russian african asian australian canadian israeli ukrainian
  latin western eastern northern southern central urban rural medical social political economic financial commercial
  industrial technical scientific special specific certain common general basic advanced modern ancient famous popular
  successful important serious severe strong weak heavy light fast slow hot cold warm cool rich poor expensive cheap happy sad
  unique rare equal roughly brand-new so-called would-be nonfarm full-time part-time high-end state-of-the-art`);

const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...PRONOUNS,
  ...AUXILIARIES,
]);

/** A word of grammar, which no noun phrase goes past. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

/** Nouns and adjectives in -ly. */
const LY =
  words(`supply family assembly anomaly monopoly reply rally ally bully july italy butterfly jelly belly folly homily likely early
  only daily weekly monthly quarterly yearly friendly costly deadly elderly lonely lovely orderly silly ugly unlikely holy fly`);

/** Is a lower-case word an adverb, by the list or by its ending? */
export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !LY.has(word));

/** Is a lower-case word one that ends a noun phrase: grammar, a verb in its finite form, or an adverb? */
export const endsNounPhrase = (word: string): boolean =>
  FUNCTION_WORDS.has(word) || VERBS.has(word) || ADVERBS.has(word);

/** Does a lower-case word look like an adjective or a participle before a noun? */
export const isAdjective = (word: string): boolean =>
  ADJECTIVES.has(word) || (word.length > 5 && /(?:able|ible|ful|less|ous|ive|ical|ary|ish|[a-z]ed|est)$/.test(word));

export const isVerb = (word: string): boolean => AUXILIARIES.has(word) || VERBS.has(word);
