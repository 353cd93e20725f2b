/** Words that the names of organisations and of places end in or hold, and no person's name does. */
const ORGANISATION = new Set(
  `ab ag inc inc. corp corp. co co. ltd ltd. llc llp plc gmbh sa se nv bv oy group holdings holding partners capital ventures
  company corporation university college institute institution school academy committee commission council congress senate house
  parliament department ministry agency bureau administration authority board bank federation foundation association society
  union alliance coalition party center centre lab labs laboratory laboratories network networks news times post journal herald
  tribune magazine press media technologies technology systems software semiconductor semiconductors energy power electric cloud
  computing industries international global solutions services securities research analytics robotics motors airlines airways
  court office police force army navy club league team project program programme initiative campaign fund trust church hospital
  street avenue road city county state states kingdom republic island islands river lake mountain valley beach bay park
  airport station hotel tower building room hall stadium square act amendment deal agreement treaty award prize day week
  pac intelligence security studies affairs policy data ai digital infrastructure compute chips pacific atlantic exchange
  museum theatre zoo opera orchestra clinic festival railway rail
  constitution bill law war summit conference convention forum show review report reports index`.split(/\s+/),
);
/** Nouns that stand for an organisation named elsewhere. */
const GENERIC = new Set(
  `company firm startup start-up group agency bank maker carmaker chipmaker automaker retailer organization organisation
  university school department bureau ministry government administration committee commission union party campaign network
  newspaper station utility consultancy vendor supplier brokerage insurer lender miner manufacturer hyperscaler neocloud
  exchange watchdog nonprofit charity outlet subsidiary venture airline publisher conglomerate contractor investor tank hospital institute foundation association board parent giant provider developer operator carrier railway railroad club league federation clinic`.split(
    /\s+/,
  ),
);
/** With a name before them they name a body or a place of work: the Port Mercer plant. */
const BODIES = new Set(
  `plant campus site facility factory fab lab laboratory unit division office desk team board arm fund project programme program
  branch station center centre court mine refinery shipyard`.split(/\s+/),
);
/** Capitalised words that say where or of which side somebody is, and name no organisation. */
const DEMONYM = new Set(
  `american british english scottish irish welsh french german italian spanish portuguese dutch belgian swiss austrian swedish
  norwegian danish finnish polish czech hungarian romanian greek turkish russian ukrainian chinese japanese korean taiwanese
  indian pakistani bangladeshi indonesian malaysian thai vietnamese filipino australian canadian mexican brazilian argentine
  chilean colombian peruvian egyptian nigerian kenyan ethiopian israeli palestinian iranian iraqi syrian lebanese jordanian
  saudi emirati qatari european african asian arab jewish christian muslim catholic protestant democratic republican
  u.s. u.k. us uk eu conservative liberal labour independent green libertarian tory`.split(/\s+/),
);

/** Such words that are surnames too: with a given name before them they are a person's. */
const SURNAMES = new Set(
  'park hall lake day law street banks rivers fields forest church cross power west valley bay school'.split(' '),
);

export const isSurnameToo = (word: string): boolean => SURNAMES.has(word.toLowerCase());

export const isOrganisationWord = (word: string): boolean => ORGANISATION.has(word.toLowerCase());

/** Whether a noun stands for an organisation that is named elsewhere: the company, the agency. */
export const isGeneric = (noun: string): boolean => GENERIC.has(noun) || noun.endsWith('maker');

/** Whether a noun makes a body or a place of work of the name before it. */
export const isBody = (noun: string): boolean => BODIES.has(noun) || isGeneric(noun);

export const isDemonym = (word: string): boolean => DEMONYM.has(word.toLowerCase());
