/** Who publishes on AI infrastructure: who owns a title, what kind of source it is, and whether others print its text. Facts as generally known in 2026. */
import type { PublisherKind } from '../../model.ts';
import type { FieldPublisher } from '../field.ts';

type Row = {
  readonly kind: PublisherKind;
  readonly wire: FieldPublisher['wire'];
  /** Lines of `name | other names | hosts | owner`, lists comma separated, an empty owner for one that stands alone. */
  readonly rows: string;
};

const TABLE: readonly Row[] = [
  {
    kind: 'news',
    wire: 'agency',
    rows: `
    Reuters | Thomson Reuters, Reuters News, Reuters.com | reuters.com | Thomson Reuters
    Associated Press | AP, The Associated Press, AP News | apnews.com, ap.org |
    Agence France-Presse | AFP | afp.com |
    Bloomberg | Bloomberg News, Bloomberg.com, Bloomberg Technology | bloomberg.com, bloomberg.net |
    dpa | Deutsche Presse-Agentur, dpa international | dpa.com, dpa-international.com |
    PA Media | Press Association, PA | pamediagroup.com |
    Dow Jones Newswires | Dow Jones | dowjones.com | News Corp
    Kyodo News | Kyodo | kyodonews.net |
    Yonhap | Yonhap News Agency, Yonhap News | yna.co.kr |
    Xinhua | Xinhua News Agency | xinhuanet.com, news.cn |
    ANSA | | ansa.it |
    EFE | Agencia EFE | efe.com |
    Press Trust of India | PTI | ptinews.com |
    The Canadian Press | Canadian Press | thecanadianpress.com |
    Central News Agency | Focus Taiwan | focustaiwan.tw |
    States Newsroom | | statesnewsroom.com |`,
  },
  {
    kind: 'filings',
    wire: 'releases',
    rows: `
    PR Newswire | PRNewswire, PR Newswire tech, Cision PR Newswire, Cision | prnewswire.com, prnewswire.co.uk, cision.com | Cision
    Business Wire | BusinessWire | businesswire.com | Berkshire Hathaway
    GlobeNewswire | Globe Newswire | globenewswire.com | Notified
    Accesswire | ACCESS Newswire | accesswire.com, accessnewswire.com |
    Newswire | | newswire.com, newswire.ca | Cision
    EQS News | EQS Group | eqs-news.com |
    PRWeb | | prweb.com | Cision
    EIN Presswire | | einpresswire.com |`,
  },
  {
    kind: 'filings',
    wire: null,
    rows: `
    SEC | SEC EDGAR, U.S. Securities and Exchange Commission, EDGAR | sec.gov |`,
  },
  {
    kind: 'news',
    wire: null,
    rows: `
    Data Center Dynamics | DCD, DatacenterDynamics | datacenterdynamics.com |
    Data Center Knowledge | DCK | datacenterknowledge.com | Informa TechTarget
    Data Center Frontier | DCF | datacenterfrontier.com | Endeavor Business Media
    Data Center Post | | datacenterpost.com |
    DataCenterNews Asia | DataCenterNews | datacenternews.asia | TechDay
    Light Reading | | lightreading.com | Informa TechTarget
    TechTarget | ComputerWeekly, Computer Weekly | techtarget.com, computerweekly.com | Informa TechTarget
    InformationWeek | | informationweek.com | Informa TechTarget
    Dark Reading | | darkreading.com | Informa TechTarget
    AI Business | | aibusiness.com | Informa TechTarget
    Utility Dive | | utilitydive.com | Informa TechTarget
    Construction Dive | | constructiondive.com | Informa TechTarget
    CIO Dive | | ciodive.com | Informa TechTarget
    The Register | The Register (all), The Register data centre, El Reg | theregister.com, theregister.co.uk | Situation Publishing
    The Next Platform | Next Platform | nextplatform.com | Situation Publishing
    Blocks & Files | Blocks and Files | blocksandfiles.com | Situation Publishing
    ServeTheHome | STH | servethehome.com |
    HPCwire | | hpcwire.com | TCI Media
    AIwire | EnterpriseAI | aiwire.net, enterpriseai.news | TCI Media
    BigDATAwire | Datanami | bigdatawire.com, datanami.com | TCI Media
    insideHPC | | insidehpc.com |
    EE Times | EETimes, EE Times Asia | eetimes.com, eetasia.com | AspenCore
    EDN | | edn.com | AspenCore
    Semiconductor Engineering | SemiEngineering | semiengineering.com |
    IEEE Spectrum | | spectrum.ieee.org |
    Tom's Hardware | Tomshardware | tomshardware.com | Future
    AnandTech | | anandtech.com | Future
    TechRadar | TechRadar Pro | techradar.com | Future
    PC Gamer | | pcgamer.com | Future
    ITPro | IT Pro | itpro.com | Future
    ZDNET | ZDNet | zdnet.com | Ziff Davis
    CNET | | cnet.com | Ziff Davis
    PCMag | PC Magazine | pcmag.com | Ziff Davis
    Mashable | | mashable.com | Ziff Davis
    Phoronix | | phoronix.com |
    SiliconANGLE | Silicon Angle, theCUBE | siliconangle.com |
    VentureBeat | | venturebeat.com |
    TechCrunch | | techcrunch.com |
    The Verge | | theverge.com | Vox Media
    Vox | Recode | vox.com | Vox Media
    Ars Technica | | arstechnica.com | Condé Nast
    Wired | WIRED | wired.com | Condé Nast
    The New Yorker | | newyorker.com | Condé Nast
    The Information | | theinformation.com |
    Semafor | | semafor.com |
    CRN | | crn.com | The Channel Company
    Network World | | networkworld.com | Foundry
    CIO | CIO.com | cio.com | Foundry
    InfoWorld | | infoworld.com | Foundry
    Computerworld | | computerworld.com | Foundry
    PCWorld | | pcworld.com | Foundry
    CSO | CSO Online | csoonline.com | Foundry
    Financial Times | FT, The Financial Times, FT.com | ft.com | Nikkei
    Nikkei Asia | Nikkei, Nikkei Asian Review | asia.nikkei.com, nikkei.com | Nikkei
    The Wall Street Journal | Wall Street Journal, WSJ, WSJ.com | wsj.com | News Corp
    Barron's | Barrons | barrons.com | News Corp
    MarketWatch | | marketwatch.com | News Corp
    New York Post | | nypost.com | News Corp
    The Times | The Sunday Times | thetimes.com, thetimes.co.uk | News Corp
    The Australian | | theaustralian.com.au | News Corp
    The New York Times | New York Times, NYT, NYTimes | nytimes.com |
    The Athletic | | theathletic.com | The New York Times
    The Washington Post | Washington Post | washingtonpost.com |
    The Guardian | Guardian | theguardian.com |
    BBC | BBC News | bbc.com, bbc.co.uk |
    CNN | CNN Business | cnn.com | Warner Bros. Discovery
    CNBC | CNBC.com | cnbc.com | Versant
    MSNBC | MS NOW | msnbc.com, ms.now | Versant
    NBC News | | nbcnews.com | Comcast
    Sky News | | sky.com | Comcast
    ABC News | | abcnews.go.com, abcnews.com | Disney
    CBS News | | cbsnews.com | Paramount
    Fox News | Fox Business | foxnews.com, foxbusiness.com | Fox Corporation
    NPR | National Public Radio | npr.org |
    USA Today | USA TODAY | usatoday.com | Gannett
    The Arizona Republic | Arizona Republic | azcentral.com | Gannett
    The Columbus Dispatch | Columbus Dispatch | dispatch.com | Gannett
    The Indianapolis Star | IndyStar | indystar.com | Gannett
    Milwaukee Journal Sentinel | Journal Sentinel | jsonline.com | Gannett
    Austin American-Statesman | American-Statesman | statesman.com | Hearst
    San Francisco Chronicle | SFGate | sfchronicle.com, sfgate.com | Hearst
    Houston Chronicle | | houstonchronicle.com, chron.com | Hearst
    Axios | | axios.com | Cox Enterprises
    The Atlanta Journal-Constitution | AJC | ajc.com | Cox Enterprises
    Politico | POLITICO | politico.com, politico.eu | Axel Springer
    E&E News | | eenews.net | Axel Springer
    Business Insider | Insider | businessinsider.com | Axel Springer
    Fortune | | fortune.com |
    Forbes | | forbes.com |
    The Economist | Economist | economist.com |
    Quartz | | qz.com |
    Yahoo Finance | Yahoo, Yahoo News | finance.yahoo.com, yahoo.com |
    MSN | | msn.com |
    Investing.com | | investing.com |
    Seeking Alpha | | seekingalpha.com |
    Benzinga | | benzinga.com |
    The Motley Fool | Motley Fool | fool.com |
    Investopedia | | investopedia.com | People Inc.
    Canary Media | | canarymedia.com |
    Heatmap | Heatmap News | heatmap.news |
    Latitude Media | | latitudemedia.com |
    POWER magazine | POWER, Power Magazine | powermag.com | Access Intelligence
    Power Engineering | | power-eng.com | Clarion Events
    Telecom Ramblings | | telecomramblings.com |
    Capacity Media | Capacity | capacitymedia.com, capacityglobal.com | techoraco
    Bisnow | | bisnow.com |
    Tech in Asia | | techinasia.com |
    DigiTimes | DIGITIMES, Digitimes Asia | digitimes.com |
    South China Morning Post | SCMP | scmp.com | Alibaba
    The Economic Times | Economic Times, ET Data Centers AI compute, ETtech | economictimes.com, economictimes.indiatimes.com, indiatimes.com | The Times Group
    The Times of India | Times of India | timesofindia.com, timesofindia.indiatimes.com | The Times Group
    Mint | Livemint | livemint.com | HT Media
    Hindustan Times | | hindustantimes.com | HT Media
    The Straits Times | Straits Times | straitstimes.com | SPH Media
    The Business Times | Business Times | businesstimes.com.sg | SPH Media
    Handelsblatt | | handelsblatt.com |
    Les Echos | | lesechos.fr |
    Le Monde | | lemonde.fr |
    Hacker News | | news.ycombinator.com |
    Slashdot | | slashdot.org |
    404 Media | | 404media.co |
    Rest of World | | restofworld.org |
    MIT Technology Review | Technology Review | technologyreview.com |
    TrendForce News | | trendforce.com | TrendForce`,
  },
  {
    kind: 'analysis',
    wire: null,
    rows: `
    SemiAnalysis | SemiAnalysis (site), SemiAnalysis (substack) | semianalysis.com, semianalysis.substack.com, newsletter.semianalysis.com |
    Fabricated Knowledge | | fabricatedknowledge.com | SemiAnalysis
    Chips and Cheese | | chipsandcheese.com |
    WikiChip Fuse | WikiChip | fuse.wikichip.org |
    More Than Moore | | morethanmoore.substack.com |
    The Chip Letter | | thechipletter.substack.com |
    Asianometry | | asianometry.com |
    SemiWiki | | semiwiki.com |
    Stratechery | | stratechery.com |
    Interconnects | | interconnects.ai |
    Latent Space | | latent.space |
    Import AI | | importai.substack.com, jack-clark.net |
    Simon Willison | Simon Willison's Weblog | simonwillison.net |
    Epoch AI | | epoch.ai, epochai.org |
    Artificial Analysis | | artificialanalysis.ai |
    Dell'Oro Group | Dell'Oro | delloro.com |
    Synergy Research Group | Synergy Research | srgresearch.com |
    Omdia | | omdia.tech.informa.com | Informa TechTarget
    Gartner | | gartner.com |
    IDC | International Data Corporation | idc.com |
    Uptime Institute | | uptimeinstitute.com |
    Wood Mackenzie | WoodMac | woodmac.com |
    BloombergNEF | BNEF | about.bnef.com | Bloomberg
    S&P Global | 451 Research, S&P Global Market Intelligence | spglobal.com |`,
  },
  {
    kind: 'research',
    wire: null,
    rows: `
    arXiv | arXiv cs.DC, arXiv.org | arxiv.org |
    Nature | | nature.com | Springer Nature
    ACM | ACM Queue, Communications of the ACM | acm.org |
    TOP500 | TOP500 news | top500.org |
    Uptime Intelligence | | intelligence.uptimeinstitute.com | Uptime Institute
    Lawrence Berkeley National Laboratory | Berkeley Lab | lbl.gov |`,
  },
];

const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const PUBLISHERS: readonly FieldPublisher[] = TABLE.flatMap(({ kind, wire, rows }) =>
  rows
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => {
      const [name = '', names, hosts, owner = ''] = row.split('|').map((cell) => cell.trim());
      return { name, kind, wire, owner: owner === '' ? null : owner, names: list(names), hosts: list(hosts) };
    }),
);
