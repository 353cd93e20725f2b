/**
 * Invented news for the tests of grouping: events of AI infrastructure, each told by two or three publishers in their own
 * words, with look-alikes: two deals of one company in a week, one company's results in two quarters, two votes in two
 * counties, two chips of one maker.
 */
export type Report = {
  /** Which event it tells. */
  readonly event: string;
  readonly publisher: string;
  /** Hours after the first of these reports. */
  readonly hours: number;
  readonly title: string;
  readonly text: string;
};

const row = (event: string, publisher: string, hours: number, title: string, text: string): Report => ({
  event,
  publisher,
  hours,
  title,
  text,
});

export const PRESS: readonly Report[] = [
  // Two data-centre deals of one company in one week.
  row(
    'northwind ohio',
    'Grid Weekly',
    0,
    'Northwind leases 2.4 GW in Ohio for ten years',
    'Northwind Cloud will lease 2.4 gigawatts of power capacity near Lima, Ohio, through 2036, its largest contract so far. The first 600 megawatts arrive in the third quarter of 2026. Two gas plants and a restarted reactor supply the site. Terms were not disclosed.',
  ),
  row(
    'northwind ohio',
    'Harbour Ledger',
    3,
    'Cloud firm Northwind signs decade-long power lease near Lima',
    'A ten-year lease announced on Tuesday gives Northwind Cloud 2.4 GW in northwest Ohio. Delivery begins with 600 MW next summer, a spokesperson said. The reactor restart that backs part of the supply still needs a licence.',
  ),
  row(
    'northwind ohio',
    'Rackline',
    5,
    'What the Lima lease says about the hunt for megawatts',
    'Northwind agreed to take 2.4 gigawatts in Ohio until 2036. Rackline looked at the filing: the landlord must deliver 600 MW by autumn or pay penalties. Analysts called it the longest lease in the state.',
  ),
  row(
    'northwind texas',
    'Grid Weekly',
    50,
    'Northwind to build 900 MW campus outside Abilene, Texas',
    'Northwind Cloud will spend $7.5 billion on a data centre campus near Abilene, Texas. The company bought 1,100 acres from a ranching family and plans nine halls of 100 megawatts. Construction starts in March.',
  ),
  row(
    'northwind texas',
    'Harbour Ledger',
    53,
    'Abilene wins $7.5 billion Northwind data centre',
    'The city council of Abilene approved tax breaks for a $7.5 billion campus by Northwind Cloud, which will have nine halls on former ranch land. Work is to begin in March and employ 1,500 builders.',
  ),
  // One company's results in two quarters.
  row(
    'helio q2',
    'Harbour Ledger',
    200,
    'Helio revenue rises 40% in second quarter',
    'Helio reported revenue of $8.1 billion for the second quarter, up 40% from a year before, on demand for rented accelerators. Capital spending reached $3.3 billion. The shares rose 4% after hours.',
  ),
  row(
    'helio q2',
    'Meridian Wire',
    201,
    'AI cloud Helio beats second-quarter estimates',
    'Helio posted second-quarter sales of $8.1 billion, above the $7.8 billion that analysts expected, and spent $3.3 billion on equipment. The stock gained 4% in late trading.',
  ),
  row(
    'helio q3',
    'Harbour Ledger',
    2400,
    'Helio revenue reaches $9.6 billion in third quarter',
    'Helio reported revenue of $9.6 billion for the third quarter and raised its plan for capital spending next year to $38 billion. The shares fell 6% after hours as margins narrowed.',
  ),
  row(
    'helio q3',
    'Meridian Wire',
    2401,
    'Helio lifts spending plan to $38 billion as margins shrink',
    'Third-quarter sales at Helio came to $9.6 billion. The rented-accelerator company now intends to spend $38 billion next year; its gross margin slipped and the stock dropped 6% in late trading.',
  ),
  // Two chips of one maker, a delay and a launch.
  row(
    'tessera launch',
    'Rackline',
    10,
    'Tessera unveils T9 accelerator with 288 GB of memory',
    'Tessera on Monday presented the T9, an accelerator with 288 GB of high-bandwidth memory and twice the inference throughput of its predecessor. Shipments to cloud customers begin in June.',
  ),
  row(
    'tessera launch',
    'Chip Courier',
    12,
    'Hands on with the Tessera T9: twice the throughput',
    'The new T9 from Tessera carries 288 GB of HBM and doubles inference speed, the company showed at its developer day on Monday. Cloud providers get it in June; the price is not public.',
  ),
  row(
    'tessera recall',
    'Rackline',
    60,
    'Tessera halts T7 shipments over solder cracks',
    'Tessera stopped shipping its T7 boards after two customers found cracked solder joints under heat. The maker will replace about 14,000 boards and take a charge of $120 million.',
  ),
  row(
    'tessera recall',
    'Harbour Ledger',
    64,
    'Cracked boards cost Tessera $120 million',
    'A fault in solder joints forces Tessera to exchange some 14,000 T7 boards. The charge of $120 million falls into this quarter, the chip maker told investors.',
  ),
  row(
    'tessera recall',
    'Meridian Wire',
    66,
    'Chip maker to replace 14,000 boards after heat damage',
    'Tessera said it would swap about 14,000 T7 boards whose joints crack when hot, and paused deliveries. Two cloud companies reported the damage in October.',
  ),
  // Two votes in two counties.
  row(
    'moratorium fairfield',
    'Fairfield Post',
    20,
    'Fairfield County pauses new data centres for a year',
    'Commissioners in Fairfield County voted 5-2 for a twelve-month moratorium on data centres after residents complained about noise and wells running dry. Three projects are on hold.',
  ),
  row(
    'moratorium fairfield',
    'Grid Weekly',
    26,
    'Another county says wait: Fairfield votes 5-2 for moratorium',
    'A year-long halt to data-centre permits passed in Fairfield County on Monday, with two commissioners against. Noise and dry wells had angered neighbours. Three applications must wait.',
  ),
  row(
    'moratorium loudon',
    'Loudon Times',
    40,
    'Loudon supervisors reject data centre ban',
    'After six hours of testimony supervisors in Loudon voted down a proposed ban on data centres, 6-3, and asked for a study of transmission lines instead.',
  ),
  row(
    'moratorium loudon',
    'Grid Weekly',
    44,
    'Loudon votes 6-3 against banning data centres',
    'Loudon will not ban data centres: six of nine supervisors preferred a study of the transmission lines that the halls would need. Testimony went on for six hours.',
  ),
  // Prices.
  row(
    'gpu price',
    'Rackline',
    30,
    'H200 rentals slip below $1.90 an hour',
    'Renting an H200 for an hour now costs $1.88 on average, ComputeIndex says, the first time below $1.90 and 31% less than a year ago. New supply in the Gulf explains most of it.',
  ),
  row(
    'gpu price',
    'Chip Courier',
    33,
    'GPU rental prices keep falling, index shows',
    'ComputeIndex put the mean hourly price of an H200 at $1.88, down 31% in twelve months. Providers in the Gulf added capacity faster than demand grew.',
  ),
  row(
    'power price',
    'Grid Weekly',
    31,
    'Capacity auction clears at record $329 in mid-Atlantic grid',
    'The capacity auction of the mid-Atlantic grid operator cleared at $329 per megawatt-day, a record. Data centres account for nearly all of the new load, the market monitor said.',
  ),
  row(
    'power price',
    'Harbour Ledger',
    35,
    'Power bills set to rise after record grid auction',
    'Households from Virginia to Illinois will pay more after the grid capacity auction ended at $329 a megawatt-day. The market monitor blames load from data centres.',
  ),
  // A strike, an outage, a fire.
  row(
    'outage',
    'Meridian Wire',
    70,
    'Larch Cloud outage takes banks offline in Europe',
    'An outage at Larch Cloud left banks and airlines in Europe without service for four hours on Wednesday. The company traced it to an expired certificate in its Frankfurt region.',
  ),
  row(
    'outage',
    'Rackline',
    73,
    'Expired certificate behind four-hour Larch failure',
    'Larch Cloud went dark in Frankfurt for four hours because one certificate had expired, a preliminary report says. Airlines and banks were among those hit on Wednesday.',
  ),
  row(
    'fire',
    'Meridian Wire',
    71,
    'Battery fire destroys server hall in Daejin',
    'A fire that began in lithium batteries destroyed a government server hall in Daejin on Wednesday. Nobody was hurt; 647 public services stopped.',
  ),
  row(
    'fire',
    'Harbour Ledger',
    78,
    'Daejin fire knocks out 647 government services',
    'Firefighters needed 22 hours to put out burning batteries at a data centre in Daejin. The blaze halted 647 public services, among them the post and tax offices.',
  ),
  // Funding of two start-ups on one day.
  row(
    'funding corvid',
    'Chip Courier',
    90,
    'Photonics start-up Corvid raises $400 million',
    'Corvid, which links accelerators with light instead of copper, raised $400 million in a round led by Alder Capital, at a valuation of $3.1 billion.',
  ),
  row(
    'funding corvid',
    'Harbour Ledger',
    92,
    'Alder leads $400 million round in optical link maker Corvid',
    'Optical interconnect maker Corvid is now valued at $3.1 billion after Alder Capital and others put in $400 million. The money pays for a packaging line.',
  ),
  row(
    'funding brine',
    'Chip Courier',
    91,
    'Cooling start-up Brine raises $85 million',
    'Brine, a maker of two-phase immersion tanks, raised $85 million in a round led by Kestrel Ventures to build a plant in Poland.',
  ),
  row(
    'funding brine',
    'Rackline',
    95,
    'Brine gets $85 million to make immersion tanks in Poland',
    'Kestrel Ventures leads an $85 million round in Brine. The start-up will make its immersion cooling tanks for servers in Poland from next year.',
  ),
  // Rules.
  row(
    'export rule',
    'Meridian Wire',
    110,
    'Washington tightens licence rule for AI chip exports',
    'The commerce department will require licences for accelerators sent to 24 more countries from January. Chip makers have 60 days to comment on the rule.',
  ),
  row(
    'export rule',
    'Chip Courier',
    114,
    'Twenty-four more countries need licences for accelerators',
    'From January exports of AI accelerators to 24 further countries need a licence of the commerce department, a rule published on Thursday says. Comments are due within 60 days.',
  ),
  row(
    'export rule',
    'Harbour Ledger',
    118,
    'Chip stocks fall as export rule widens',
    'Shares of chip makers dropped after the commerce department extended export licences to 24 more countries. Tessera lost 5%. The rule takes effect in January.',
  ),
  row(
    'water rule',
    'Grid Weekly',
    112,
    'Arizona will make data centres report water use',
    'A law signed on Thursday obliges data centres in Arizona to publish how much water they take each month. Fines reach $50,000 a day.',
  ),
  row(
    'water rule',
    'Rackline',
    119,
    'Monthly water reports become law for Arizona server halls',
    'Arizona operators must disclose monthly water withdrawals or pay up to $50,000 a day under a law the governor signed on Thursday.',
  ),
  // A merger that goes on for days.
  row(
    'merger',
    'Harbour Ledger',
    130,
    'Larch in talks to buy fibre operator Solent',
    'Larch Cloud is in talks to buy Solent Fibre for about $12 billion, people familiar with the matter said. Solent owns 40,000 km of dark fibre along the coast.',
  ),
  row(
    'merger',
    'Meridian Wire',
    154,
    'Larch agrees to buy Solent Fibre for $12.4 billion',
    'Larch Cloud will pay $12.4 billion in cash for Solent Fibre and its 40,000 km of routes. The boards of both companies approved the takeover on Sunday.',
  ),
  row(
    'merger',
    'Rackline',
    178,
    'Regulators to look at Larch purchase of Solent',
    'The competition authority opened a review of the $12.4 billion takeover of Solent Fibre by Larch Cloud. Rivals fear for access to dark fibre on the coast.',
  ),
  // Nuclear: a restart and a new design.
  row(
    'restart',
    'Grid Weekly',
    140,
    'Regulator clears restart of Three Oaks reactor',
    'The nuclear regulator allowed the restart of the 830-megawatt Three Oaks reactor, closed since 2019. A cloud company will buy all of its output for 20 years.',
  ),
  row(
    'restart',
    'Meridian Wire',
    143,
    'Three Oaks reactor may run again, regulator says',
    'Three Oaks, shut in 2019, won permission to return to service. The 830 MW unit will sell its entire output to a cloud customer for two decades.',
  ),
  row(
    'small reactor',
    'Grid Weekly',
    141,
    'Utility orders four small reactors for Idaho campus',
    'A utility ordered four small modular reactors of 77 megawatts each for a computing campus in Idaho. The first is due in 2031, pending a design licence.',
  ),
  row(
    'small reactor',
    'Harbour Ledger',
    148,
    'Idaho campus to run on four small modular reactors',
    'Four modular reactors of 77 MW will power a computing campus in Idaho, starting in 2031. The order is worth $3.6 billion, the utility said.',
  ),
  // Labs.
  row(
    'training run',
    'Rackline',
    160,
    'Aster trains model on 96,000 accelerators in Norway',
    'The lab Aster trained its newest model for 71 days on 96,000 accelerators in northern Norway, a technical report says. Failures stopped the run 212 times.',
  ),
  row(
    'training run',
    'Chip Courier',
    166,
    'Inside the 71-day training run of Aster',
    'Aster used 96,000 accelerators for 71 days and restarted 212 times after failures, its technical report shows. Hydropower in Norway kept the bill low.',
  ),
  row(
    'aster deal',
    'Harbour Ledger',
    168,
    'Aster commits $22 billion to rent compute from Helio',
    'AI lab Aster will rent computing capacity worth $22 billion from Helio over six years, starting in 2027. Helio shares jumped 9%.',
  ),
  row(
    'aster deal',
    'Meridian Wire',
    170,
    'Helio jumps on $22 billion Aster compute contract',
    'Helio won a six-year order of $22 billion for computing capacity from the lab Aster. Its stock climbed 9% to a record.',
  ),
  // Networks.
  row(
    'cable',
    'Meridian Wire',
    180,
    'Subsea cable between Lisbon and Fortaleza goes live',
    'A subsea cable of 7,200 km between Lisbon and Fortaleza carries traffic since Friday. Its eight fibre pairs move 160 terabits per second.',
  ),
  row(
    'cable',
    'Rackline',
    184,
    'New Atlantic cable links Fortaleza with Lisbon at 160 Tbit/s',
    'Eight fibre pairs now join Fortaleza and Lisbon. The 7,200 km cable entered service on Friday with 160 terabits per second.',
  ),
  row(
    'cable cut',
    'Meridian Wire',
    182,
    'Anchor suspected after Baltic cable is cut',
    'A data cable between Helsinki and Rostock was cut on Friday. Investigators suspect a dragged anchor and have boarded a freighter.',
  ),
  row(
    'cable cut',
    'Harbour Ledger',
    186,
    'Freighter boarded over severed Baltic data cable',
    'Finnish police boarded a freighter after the cable from Helsinki to Rostock was severed on Friday, probably by its anchor.',
  ),
];
