/**
 * Everyday and business English by meaning: words that a newsroom exchanges for one another, and the classes that
 * contradict each other. Our own compilation; a word may stand in several classes, as words have several senses.
 */

/** One class a line: its name, then base forms; `_` joins the words of a phrase. */
const CLASSES = `
rise: rise climb increase grow gain jump surge soar advance swell mount expand growth go_up up upward higher spike leap accelerate uptick edge_up tick_up inch_up pick_up rally rebound balloon skyrocket rocket widen strengthen improve
raise: raise lift increase boost hike bump step_up ramp_up scale_up expand enlarge bolster augment upgrade revise_up higher push_up drive_up grow
fall: fall drop decline decrease slip sink slide tumble plunge shrink dip retreat ease contract plummet slump dwindle go_down come_down down downward lower ebb edge_down tick_down inch_down drop_off recede diminish crash decelerate weaken narrow worsen lose
cut: cut reduce lower slash trim pare decrease shrink scale_back cut_back curtail downgrade revise_down halve shave roll_back dial_back lessen diminish bring_down drive_down shed reduction
dismiss: cut lay_off lie_off dismiss axe ax shed eliminate layoff redundancy fire sack let_go oust
double: double twofold twice
triple: triple treble threefold
more: more greater higher over above exceed surpass top outpace extra bigger larger longer
less: less fewer lower under below smaller shorter
extra: additional extra further more another new
large: large big huge giant vast massive sizable sizeable major enormous considerable substantial significant
small: small little tiny minor modest slight marginal slightly
largest: largest biggest greatest highest
smallest: smallest lowest least fewest
most: most majority
fast: fast quick rapid swift speedy quickly rapidly swiftly fastest
slow: slow slowly sluggish gradual gradually slowest
strong: strong robust solid powerful
weak: weak soft feeble sluggish
early: early earlier ahead sooner ahead_of_schedule
late: late later behind behind_schedule overdue belated
delay: delay postpone push_back put_off defer set_back hold_up slip
hasten: hasten bring_forward speed_up expedite
before: before prior ahead_of previously until till
after: after following since subsequent subsequently
begin: begin start break_ground launch open commence kick_off initiate come_online come_on_line go_live enter come_into_operation into_service enter_service come_into_service start_up switch_on turn_on startup inaugurate start-up onset take_effect come_into_force come_into_effect go_into_effect enter_into_force
end: end stop finish conclude cease close terminate expire halt wrap_up discontinue run_out lapse expiry
finish: finish complete end conclude completion done ready
continue: continue go_on keep remain carry_on persist proceed maintain retain stay still
keep: keep maintain retain preserve hold leave stick_with unchanged
abandon: abandon drop scrap shelve cancel ditch give_up call_off withdraw axe discard pull_out
buy: buy pay purchase acquire acquisition take_over takeover procure snap_up pick_up buyer purchaser customer obtain order
repurchase: repurchase buy_back buyback
sell: sell sale divest offload seller dispose unload
lease: lease rent rental let hire charter tenant
own: own owner possess hold belong have stake shareholder holder
spend: spend invest expenditure spending outlay investment pay pour plow capex put commit budget
pay: pay payment cost spend fund shell_out price
earn: earn make gain profit income bring_in generate take_in collect receive net bring
revenue: revenue sale turnover income takings proceeds top_line
profit: profit earnings income net_income profitable surplus bottom_line
loss: loss lose deficit shortfall
cost: cost price expense charge fee bill expenditure amount_to worth come_to
cheap: cheap inexpensive affordable low-cost
expensive: expensive costly pricey
worth: worth value valued valuation total amount_to come_to bring
total: total sum overall combined altogether amount amount_to come_to aggregate collective together
account: account_for make_up represent constitute comprise take take_up share portion part proportion
share: share portion part proportion percentage fraction slice
include: include contain comprise consist cover feature
exclude: exclude omit leave_out except
sign: sign agree agreement strike reach seal ink conclude clinch
agreement: agreement deal contract pact accord arrangement settlement treaty commitment transaction
plan: plan intend intention aim propose proposal scheme project schedule slate mean look_to set_to due expect prepare
expect: expect anticipate forecast foresee predict project projection see envisage outlook guidance prediction expectation
estimate: estimate reckon put calculate figure count assess gauge approximate peg estimation forecast
say: say state tell remark comment mention announce declare note write observe argue claim insist contend maintain assert stress explain point_out
report: report tell publish post
specify: say name identify specify disclose tell
admit: acknowledge admit concede
uphold: uphold affirm sustain
throw_out: dismiss throw_out toss strike_down overturn quash
add: add extend include incorporate
call: call describe label term name
disclose: disclose reveal publish announce unveil release make_public divulge report detail give share public know
hide: hide conceal withhold
announce: announce unveil introduce launch reveal declare present publish announcement release
show: show indicate reveal suggest demonstrate find finding
deny: deny reject refute dispute contest contradict denial rebut
refuse: refuse reject decline turn_down deny rebuff spurn refusal
accept: accept agree approve
approve: approve clear authorize authorise permit pass endorse sanction green-light sign_off ratify adopt approval okay consent
allow: allow let permit authorize authorise enable license licence clear entitle
ban: ban prohibit forbid bar block outlaw disallow embargo veto
restrict: restrict limit curb restriction constraint constrain ban
permit: permit permission license licence authorization authorisation approval clearance consent go-ahead
oppose: oppose object fight resist against opponent opposition objection challenge
support: support back favor favour endorse champion advocate backing
ask: ask request seek demand call_for apply want petition application look_for query inquire
file: file lodge submit bring register filing submission put_in
appeal: appeal challenge contest
sue: sue lawsuit suit litigation legal_action case complaint
hear: hear consider examine
build: build break_ground construct construction building_work erect develop put_up building make create assemble development set_up builder developer
demolish: demolish raze tear_down dismantle
make: make produce manufacture fabricate build production output turn_out churn_out maker manufacturer create manufacturing producer
design: design develop devise engineer create draft designer
install: install put_in deploy set_up fit place put installation deployment mount roll_out
operate: operate run manage operator administer work operation
use: use consume draw employ utilize utilise require need take usage consumption burn
need: need require call_for must have_to necessity demand
save: save economize savings saving
deliver: deliver supply ship provide hand_over delivery shipment send furnish
supply: supply provide deliver furnish offer supplier provider vendor give serve power
receive: receive get obtain gain collect secure win take recipient land
give: give grant award hand provide offer donate allot allocate confer assign present
grant: grant award give subsidy subsidize aid
send: send dispatch transmit transfer ship
carry: carry transport transmit bear hold
flow: flow run stream
hold: hold have contain keep store retain house accommodate
store: store storage
lead: lead head run chair direct spearhead command leader oversee leadership
head: head lead chief boss director chair president run manager
chair: chair chairman chairwoman chairperson preside head
chief: chief head top main lead principal
director: director head chief manager
boss: boss chief_executive ceo
cfo: cfo chief_financial_officer finance_chief
coo: coo chief_operating_officer operations_chief
cto: cto chief_technology_officer
founder: founder found establish co-founder cofounder set_up start
join: join enter enrol enroll
leave: leave quit depart exit resign step_down departure withdraw resignation
hire: hire employ recruit take_on appoint recruitment
appoint: appoint name hire choose pick select nominate promote
employ: employ have work worker employee staff
worker: worker employee staff workforce staffer personnel people labor labour employ work payroll headcount
job: job position post role work employment
company: company firm business group corporation enterprise corporate concern outfit
maker: maker manufacturer producer company firm
operator: operator company provider firm
provider: provider supplier vendor company firm
developer: developer builder company firm
startup: startup start-up company firm
customer: customer client buyer user subscriber
seller: seller vendor supplier provider
rival: rival competitor competition
partner: partner ally collaborator partnership alliance team_up
investor: investor backer shareholder fund financier
bank: bank lender creditor
lend: lend loan lender credit finance
borrow: borrow loan debt borrower
debt: debt borrowing loan liability bond
collect: raise collect secure obtain take pull_in bring_in attract
round: round financing fundraising funding
fund: fund finance bankroll pay money back financing funding capital
money: money cash fund capital dollar
stock: stock share equity
price: price cost rate fee charge quote
market: market industry sector
order: order booking book
site: site location campus place facility complex plot property premises
facility: facility plant site center building complex factory campus
plant: plant factory facility station mill
factory: factory plant fab mill works
fab: fab plant factory foundry
building: building hall structure facility block
data_center: data_center data_centre datacenter server_farm campus facility hall
center: center centre hub
hall: hall building room
space: space room
land: land plot ground site acreage parcel
apartment: apartment flat
home: home house household residence flat apartment dwelling
resident: resident local neighbor neighbour inhabitant
people: people person individual man woman those anyone who
area: area region zone district
city: city town municipality
country: country nation
government: government administration state authority
official: official authority regulator
regulator: regulator watchdog commission authority agency
lawmaker: lawmaker legislator congressman senator
law: law legislation act statute bill
rule: rule regulation restriction requirement measure policy
court: court judge tribunal
police: police officer cop
power: power electricity energy current electric supply generation
power_plant: power_plant power_station
grid: grid network
gas: gas natural_gas
nuclear: nuclear atomic reactor
solar: solar photovoltaic
battery: battery storage
generator: generator turbine
connection: connection connect link interconnection hookup hook_up link_up
connect: connect link join tie relate hook_up plug_in
network: network grid
telecom: telecom telecoms telco telecommunications
cable: cable line
computer: computer machine server
chip: chip semiconductor processor silicon card gpu accelerator
processor: processor chip cpu
accelerator: accelerator gpu chip card
memory: memory dram ram
machine: machine device equipment computer tool
equipment: equipment gear machinery hardware kit
software: software program programme application app
computing: computing computation compute
technology: technology tech
researcher: researcher scientist academic expert
analyst: analyst expert
study: study research report survey analysis paper
survey: survey poll questionnaire respondent
document: document paper filing file record
note: note memo report
letter: letter mail note
talk: talk discuss negotiate discussion negotiation conversation speak
test: test trial experiment pilot
find: find discover detect identify uncover
investigate: investigate probe examine look_into inquiry investigation review scrutinize study
check: check verify inspect inspection examine
monitor: monitor watch track oversee surveillance
problem: problem issue difficulty trouble fault flaw defect
wrong: wrong incorrect mistaken faulty
fault: fault defect flaw failure error
accident: accident crash incident collision
blaze: fire blaze flame
outage: outage failure blackout disruption breakdown interruption
attack: attack assault strike raid hit
damage: damage harm hurt destroy ruin
fix: fix repair mend solve remedy resolve restore maintenance
fail: fail failure collapse break_down unable
succeed: succeed success manage achieve
win: win victory gain secure triumph
lose: lose loss forfeit
beat: beat defeat exceed top surpass overtake outdo
miss: miss fall_short below undershoot
lack: lack missing miss absent want absence shortage devoid
shortage: shortage scarcity shortfall lack deficit dearth short scarce
plenty: plenty abundance glut surplus ample
have: have hold possess own boast home_to
help: help aid assist support assistance
cause: cause lead_to result_in trigger produce bring_about prompt create provoke spark
blame: blame attribute ascribe
change: change alter shift modify move vary revise adjust transform alteration
unchanged: unchanged flat steady stable constant unmoved
move: move shift transfer relocate
replace: replace substitute swap supplant successor
convert: convert turn transform conversion
split: split divide break_up separate
merge: merge merger combine unite together
arrive: arrive come reach arrival
reach: reach hit attain achieve touch get_to climb_to stand total come_to amount_to come rise
stand: stand sit total
return: return go_back come_back
appear: appear emerge show_up surface
happen: happen occur take_place
hope: hope wish want
want: want wish seek desire hope like
try: try attempt seek strive effort endeavor endeavour
decide: decide choose resolve opt decision determine
choose: choose pick select opt choice selection
prevent: prevent stop block avert
protect: protect shield guard defend safeguard
threaten: threaten menace endanger risk threat
risk: risk danger threat hazard
learn: learn find_out discover
understand: understand realize realise grasp
think: think believe consider feel
worry: worry concern fear anxious anxiety worried
surprise: surprise shock astonish
criticize: criticize criticise attack slam blast condemn denounce
praise: praise laud commend hail applaud
important: important key crucial vital significant critical essential
main: main chief principal primary major mostly mainly largely primarily chiefly predominantly most
almost: almost nearly close_to virtually just_under
about: about around roughly approximately some circa nearly near almost
only: only just merely solely alone
also: also too as_well additionally besides moreover likewise
now: now currently today presently current at_present to_date so_far thus_far
soon: soon shortly
again: again once_more anew
often: often frequently regularly
year: year annual yearly annually
quarter: quarter quarterly
month: month monthly
week: week weekly
day: day daily
hour: hour hourly
half: half halve
period: period time span term
term: term period duration run
long: long lengthy
new: new fresh newest latest newly modern
old: old older
existing: existing current present
former: former previous
recent: recent latest newest
next: next coming following upcoming forthcoming
last: last past previous latest final
first: first initial earliest inaugural debut
single: single one sole lone
several: several various multiple
many: many numerous lots countless
few: few handful
all: all every each entire whole full complete both
none: none no neither nobody nothing
other: other another else
different: different distinct other
same: same identical equal
similar: similar alike comparable
full: full complete whole entire
close: close shut shutter closure shut_down
national: national nationwide domestic
foreign: foreign overseas international abroad
global: global worldwide international world
american: american u.s. us america
chinese: chinese china
british: british uk britain u.k.
german: german germany
french: french france
japanese: japanese japan
korean: korean korea
indian: indian india
european: european europe
taiwanese: taiwanese taiwan
norwegian: norwegian norway
swedish: swedish sweden
finnish: finnish finland
danish: danish denmark
dutch: dutch netherlands
irish: irish ireland
italian: italian italy
spanish: spanish spain
portuguese: portuguese portugal
swiss: swiss switzerland
canadian: canadian canada
australian: australian australia
mexican: mexican mexico
brazilian: brazilian brazil
russian: russian russia
ukrainian: ukrainian ukraine
israeli: israeli israel
turkish: turkish turkey
emirati: emirati uae emirates
singaporean: singaporean singapore
malaysian: malaysian malaysia
indonesian: indonesian indonesia
polish: polish poland
icelandic: icelandic iceland
export: export ship
tax: tax levy duty
tariff: tariff duty levy
tax_break: tax_break tax_credit tax_relief tax_incentive exemption abatement rebate
subsidy: subsidy grant aid incentive
fine: fine penalty penalize
bid: bid offer tender
offer: offer bid proposal propose
flotation: offering ipo flotation listing float go_public list
dividend: dividend payout
target: target goal aim objective
limit: limit cap ceiling maximum
capacity: capacity capability
output: output production
demand: demand appetite need load
efficient: efficient efficiency
cool: cool cooling chill
emission: emission pollution
green: green renewable clean sustainable
service: service offering
answer: answer reply respond response
name: name call title
describe: describe portray characterize
warn: warn caution alert warning
promise: promise pledge vow commit commitment undertake
apologize: apologize apologise sorry apology
live: live reside
die: die death dead
kill: kill slay murder die
injure: injure wound hurt injury
arrest: arrest detain detention custody seize apprehend
accuse: charge accuse indict accusation allege allegation
jail: jail prison imprison
escape: escape flee
child: child kid youngster
doctor: doctor physician
school: school college university
teacher: teacher professor lecturer
team: team squad side club
game: game match
film: film movie
car: car vehicle automobile
plane: plane aircraft jet airplane
road: road street highway
storm: storm hurricane
vote: vote ballot poll elect
election: election vote poll
war: war conflict
weapon: weapon arms gun
shorten: shorten cut reduce shrink fall
lengthen: lengthen extend prolong stretch
extend: extend prolong renew extension renewal
spread: spread distribute
halt: halt stop suspend pause freeze suspension moratorium
resume: resume restart reopen restore revive reactivate
shut: shut close retire decommission mothball shutter
upgrade: upgrade modernize modernise refurbish overhaul renovate retrofit
expand: expand expansion enlarge extend broaden grow
cover: cover pay fund finance meet absorb
owe: owe debt
back: back support guarantee fund finance endorse
vote2: vote back approve
guarantee: guarantee assure ensure secure
value: value price worth put
measure: measure gauge
span: span cover stretch
exceed: exceed surpass top outstrip pass beat
match: match equal
trail: trail lag
rank: rank place
dominate: dominate control lead
control: control hold own run
sue2: sue take_to_court accuse
settle: settle resolve agree
fine2: fine penalize
leak: leak spill
collapse: collapse fail fold bankrupt bankruptcy insolvency insolvent
rescue: rescue save bail_out bailout
acquire: acquire buy purchase take_over takeover acquisition
stake: stake share holding interest
subsidiary: subsidiary unit division arm
unit: unit division arm business
merge2: merge combine
list: list go_public float
issue: issue sell publish release
take_effect: take_effect come_into_force enter_into_force go_into_effect come_into_effect
redeem: redeem repay
repay: repay pay_back pay_off pay_down
tap: tap use draw
consume: consume use draw burn eat_up gobble
waste: waste squander
generate: generate produce yield make
power2: power supply run feed
feed: feed supply
equip: equip fit outfit furnish
house: house hold host contain accommodate
host: host house hold
fill: fill occupy take_up
staff: staff employ
assemble: assemble build put_together
ship: ship deliver send export
import: import bring_in
haul: haul transport carry move
train: train teach
pass_law: pass adopt enact approve
sign_law: sign enact
rule2: rule decide find judge
appoint2: appoint name make hire install
succeed2: succeed follow replace take_over
step_down: step_down resign quit leave depart retire
chair2: chair head lead run
oversee: oversee supervise manage run head lead direct
complain: complain object protest
protest: protest demonstrate oppose object protester demonstrator
welcome: welcome praise hail
urge: urge call_on press ask demand
insist: insist demand maintain
agree: agree accept consent settle
refuse_to: refuse decline
try2: try attempt seek
manage: manage succeed
depend: depend rely rest hinge
rely: rely depend count_on
involve: involve include entail
affect: affect hit influence touch
hit: hit hurt strike affect reach
benefit: benefit gain profit help
suffer: suffer sustain incur
incur: incur suffer run_up
blame2: blame attribute ascribe put_down_to accuse
link: link tie connect attribute
stem: stem result come arise
lack2: lack miss
remain_to: remain stay
turn: turn become
become: become turn
emerge: emerge appear arise
vanish: vanish disappear
select: select choose pick
favor: favor favour prefer
mark: mark represent
represent: represent account_for make_up
equal: equal match amount_to
double2: double twice twofold
shift: shift move switch transfer change
switch: switch change shift move
transform: transform change turn
boost: boost raise lift increase strengthen
ease: ease relax loosen soften
tighten: tighten toughen
speed: speed pace rate
spur: spur drive prompt encourage
discourage: discourage deter
drive: drive push propel fuel spur
attract: attract draw lure
land2: land win secure
clinch: clinch seal win secure
hand: hand give pass
free: free release
waive: waive drop
impose: impose levy introduce set
lift_ban: lift remove end scrap
remove: remove take_away eliminate delete
separate: separate distinct own
joint: joint shared combined
sole: sole only exclusive
temporary: temporary interim provisional
permanent: permanent lasting
annual: annual yearly
initial: initial first early at_first initially
eventually: eventually ultimately finally in_the_end one_day some_day in_time
roughly: roughly about around approximately
fully: fully completely entirely wholly
partly: partly partially in_part
especially: especially particularly notably
likely: likely probable probably
certain: certain sure
rare: rare scarce unusual
common: common widespread usual
huge: huge enormous vast massive
critical: critical crucial vital key
nearby: nearby close adjacent neighboring near
idle: idle unused vacant
ready: ready prepared complete
consumer: consumer customer household user
tenant: tenant lessee customer renter
landlord: landlord owner lessor
creditor: creditor lender
homeowner: homeowner resident household
neighbor: neighbor neighbour resident
critic: critic opponent
supporter: supporter backer advocate
spokesperson: spokesperson spokesman spokeswoman representative
representative: representative spokesman spokeswoman delegate
engineer: engineer technician
scientist: scientist researcher
union: union labor
strike: strike walkout stoppage
wage: wage pay salary
salary: salary pay wage
bonus: bonus reward
outlook: outlook forecast guidance
stockpile: stockpile inventory stock reserve
inventory: inventory stock
shipment: shipment delivery
warehouse: warehouse depot
headquarters: headquarters head_office base hq
wait: wait delay queue
queue: queue line wait backlog
timetable: timetable schedule calendar
venture: venture undertaking project
alliance: alliance partnership
consortium: consortium group alliance
coalition: coalition group alliance
proceeds: proceeds revenue
surcharge: surcharge fee levy
refund: refund rebate
discount: discount rebate
`;

/** Classes of which one contradicts the other, where both could stand in the same place. */
const OPPOSITES = `
rise fall|raise cut|rise cut|raise fall|more less|large small|largest smallest|fast slow|strong weak|early late|delay hasten|
before after|begin end|continue end|cheap expensive|profit loss|include exclude|disclose hide|approve refuse|approve deny|
accept refuse|allow ban|allow refuse|permit ban|approve ban|grant refuse|oppose support|build demolish|join leave|
hire dismiss|appoint dismiss|succeed fail|win lose|beat miss|shortage plenty|lack plenty|praise criticize|help damage|new old|
next last|first last|all none|all most|all few|most few|same different|national foreign|merge split|earn lose|arrive leave|unchanged change|
unchanged rise|unchanged fall|now former|efficient waste|single many|begin delay|keep cut|keep raise|keep change|keep abandon|continue cut|buy sell|lend borrow|give receive|many few|admit deny|uphold throw_out|approve reject
`;

/** Pairs that tell one event from its two ends: who buys is not who sells. */
const CONVERSES =
  'buy sell|lend borrow|give receive|grant receive|supply buy|supply receive|deliver receive|employ work|pay receive|send receive|fund collect|spend earn';

type Entries = ReadonlyMap<string, readonly string[]>;

function entriesOf(table: string): { readonly words: Entries; readonly phrases: Entries } {
  const words = new Map<string, string[]>();
  const phrases = new Map<string, string[]>();
  for (const line of table.trim().split('\n')) {
    const [name = '', members = ''] = line.split(': ');
    for (const member of members.split(' ')) {
      const into = member.includes('_') ? phrases : words;
      const key = member.replaceAll('_', ' ');
      const classes = into.get(key);
      if (classes === undefined) into.set(key, [name]);
      else if (!classes.includes(name)) classes.push(name);
    }
  }
  return { words, phrases };
}

const { words: WORDS, phrases: PHRASES } = entriesOf(CLASSES);

function pairsOf(table: string): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const pair of table.trim().replaceAll('\n', '').split('|')) {
    const [left = '', right = ''] = pair.split(' ');
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      const others = pairs.get(from);
      if (others === undefined) pairs.set(from, new Set([to]));
      else others.add(to);
    }
  }
  return pairs;
}

const OPPOSITE = pairsOf(OPPOSITES);
const CONVERSE = pairsOf(CONVERSES);

const MEMBERS = new Map<string, string[]>();
for (const [word, names] of WORDS) {
  for (const name of names) MEMBERS.set(name, [...(MEMBERS.get(name) ?? []), word]);
}

const NONE: readonly string[] = [];

/** The classes of meaning that a lower-case base form stands in. */
export function classesOf(lemma: string): readonly string[] {
  return WORDS.get(lemma) ?? NONE;
}

/** The single words of a class. */
export function membersOf(name: string): readonly string[] {
  return MEMBERS.get(name) ?? NONE;
}

/** The classes of a phrase of two or three base forms, "push back". */
export function classesOfPhrase(phrase: string): readonly string[] {
  return PHRASES.get(phrase) ?? NONE;
}

const BEGINS: ReadonlySet<string> = new Set([...PHRASES.keys()].map((phrase) => phrase.slice(0, phrase.indexOf(' '))));

/** Does any phrase that has a class begin with this base form? */
export const beginsPhrase = (lemma: string): boolean => BEGINS.has(lemma);

/** Does one of these classes contradict one of those? */
export function opposed(left: readonly string[], right: readonly string[]): boolean {
  return left.some((name) => right.some((other) => OPPOSITE.get(name)?.has(other)));
}

/** Do these classes tell one event from its two ends (buy, sell)? */
export function converse(left: readonly string[], right: readonly string[]): boolean {
  return left.some((name) => right.some((other) => CONVERSE.get(name)?.has(other)));
}

/** The classes that tell the same event from its other end. */
export const conversesOf = (classes: readonly string[]): string[] =>
  classes.flatMap((name) => [...(CONVERSE.get(name) ?? [])]);
