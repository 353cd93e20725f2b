/**
 * Who and what is written about in AI infrastructure: companies, laboratories, public bodies and places, each by every name that
 * the press uses. Facts as generally known in 2026.
 */
import type { Entity } from '../field.ts';

/** A line is `name | aliases, comma separated | parent`. */
const TABLE = {
  'chip maker': `
    Nvidia | Nvidia Corp, Nvidia Corporation, NVDA
    AMD | Advanced Micro Devices
    Intel | Intel Corp, Intel Corporation, INTC
    Intel Foundry | Intel Foundry Services, IFS | Intel
    Altera | | Intel
    TSMC | Taiwan Semiconductor Manufacturing Company, Taiwan Semiconductor Manufacturing Co, Taiwan Semiconductor Manufacturing, Taiwan Semiconductor, TSM
    Samsung | Samsung Electronics, Samsung Group
    Samsung Foundry | | Samsung
    SK Hynix | SK hynix Inc, Hynix | SK Group
    SK Group | SK Inc
    Micron | Micron Technology, MU
    Kioxia | Kioxia Holdings
    Sandisk | SanDisk Corp
    Western Digital | WDC
    Seagate | Seagate Technology
    Broadcom | Broadcom Inc, AVGO
    Marvell | Marvell Technology, MRVL
    Qualcomm | Qualcomm Inc, QCOM
    MediaTek |
    Arm | Arm Holdings, Arm Ltd | SoftBank
    Ampere Computing | Ampere | SoftBank
    Cerebras | Cerebras Systems
    Groq | Groq Inc
    Graphcore | | SoftBank
    SambaNova | SambaNova Systems
    Tenstorrent |
    Etched |
    d-Matrix | dMatrix
    Lightmatter |
    Ayar Labs |
    Celestial AI | | Marvell
    Rapidus |
    SMIC | Semiconductor Manufacturing International Corporation, Semiconductor Manufacturing International
    CXMT | ChangXin Memory Technologies, ChangXin Memory
    YMTC | Yangtze Memory Technologies, Yangtze Memory
    HiSilicon | | Huawei
    Cambricon | Cambricon Technologies
    Moore Threads |
    Biren | Biren Technology
    GlobalFoundries | GloFo
    UMC | United Microelectronics Corporation, United Microelectronics
    Infineon | Infineon Technologies
    Texas Instruments | TXN
    STMicroelectronics | STMicro
    NXP | NXP Semiconductors
    Renesas | Renesas Electronics
    onsemi | ON Semiconductor
    Analog Devices | ADI
    Monolithic Power Systems | MPS
    ASE Technology | ASE, ASE Group
    Amkor | Amkor Technology`,
  equipment: `
    ASML | ASML Holding
    Applied Materials | AMAT
    Lam Research | Lam
    KLA | KLA Corp, KLA-Tencor
    Tokyo Electron | TEL
    Synopsys |
    Cadence | Cadence Design Systems
    Vertiv | Vertiv Holdings
    Schneider Electric | Schneider
    Eaton | Eaton Corp
    ABB |
    Siemens | Siemens AG
    Siemens Energy |
    GE Vernova | GEV
    Mitsubishi Heavy Industries | MHI
    Hitachi | Hitachi Ltd
    Hitachi Energy | | Hitachi
    Caterpillar | CAT
    Cummins |
    Bloom Energy |
    Supermicro | Super Micro Computer, Super Micro, SMCI
    Dell | Dell Technologies
    Hewlett Packard Enterprise | HPE
    Lenovo | Lenovo Group
    Foxconn | Hon Hai, Hon Hai Precision Industry, Hon Hai Precision
    Quanta | Quanta Computer
    Wistron |
    Wiwynn | | Wistron
    Celestica |
    Flex | Flex Ltd
    Jabil |
    Arista | Arista Networks
    Juniper Networks | Juniper | Hewlett Packard Enterprise
    Coherent | Coherent Corp
    Lumentum |
    Ciena |
    Corning |
    Amphenol |
    Credo | Credo Technology
    Astera Labs |
    Pure Storage |
    NetApp |
    Vast Data |
    WEKA | WekaIO`,
  cloud: `
    Amazon Web Services | AWS | Amazon
    Microsoft Azure | Azure | Microsoft
    Google Cloud | Google Cloud Platform, GCP | Alphabet
    Oracle | Oracle Corp, Oracle Corporation, ORCL
    Oracle Cloud Infrastructure | OCI, Oracle Cloud | Oracle
    IBM | International Business Machines
    Red Hat | | IBM
    Alibaba Cloud | Aliyun | Alibaba
    Tencent Cloud | | Tencent
    Huawei Cloud | | Huawei
    CoreWeave | CoreWeave Inc, CRWV
    Core Scientific |
    Lambda | Lambda Labs
    Nebius | Nebius Group
    Crusoe | Crusoe Energy, Crusoe Energy Systems
    Nscale |
    Together AI |
    Fluidstack |
    Vultr |
    DigitalOcean |
    OVHcloud | OVH
    Cloudflare |
    Akamai | Akamai Technologies
    Fastly |
    Scaleway | | Iliad
    Iliad | Iliad Group
    Snowflake |
    Databricks |
    Salesforce |
    SAP |
    Yandex |
    Firmus | Firmus Technologies
    IREN | Iris Energy
    Cipher Mining |
    TeraWulf |
    Applied Digital |
    Galaxy Digital | Galaxy
    Hut 8 |`,
  'data centre': `
    Equinix |
    Digital Realty | Digital Realty Trust
    QTS | QTS Data Centers, QTS Realty Trust | Blackstone
    Vantage Data Centers | Vantage
    CyrusOne | | KKR
    Switch |
    Aligned Data Centers | Aligned
    Stack Infrastructure | Stack
    Compass Datacenters | Compass
    EdgeConneX | | EQT
    NTT Global Data Centers | | NTT
    AirTrunk | | Blackstone
    NextDC |
    DayOne |
    GDS | GDS Holdings
    Princeton Digital Group | PDG
    STT GDC | ST Telemedia Global Data Centres
    Yotta | Yotta Data Services
    Sify | Sify Technologies
    Iron Mountain |
    Cologix |
    Flexential |
    Global Switch |
    atNorth |
    Green Mountain |
    Verne | Verne Global
    Related Digital |
    Vantage Frontier | | Vantage Data Centers
    Stargate | Stargate Project, Stargate LLC`,
  lab: `
    OpenAI |
    Anthropic |
    Google DeepMind | DeepMind | Alphabet
    xAI | x.AI
    Meta Superintelligence Labs | | Meta
    Mistral AI | Mistral
    Cohere |
    DeepSeek |
    Moonshot AI | Moonshot
    Zhipu AI | Zhipu, Z.ai
    MiniMax |
    StepFun |
    Hugging Face |
    Stability AI |
    Perplexity | Perplexity AI
    Safe Superintelligence | SSI
    Thinking Machines Lab | Thinking Machines
    Reflection AI |
    Inflection AI | Inflection
    AI21 Labs | AI21
    Aleph Alpha | | Schwarz Group
    Black Forest Labs |
    Scale AI |
    Sakana AI | Sakana
    Allen Institute for AI | Ai2
    Epoch AI | Epoch
    Character.AI | Character AI
    Midjourney |
    ElevenLabs |
    Runway |
    Anysphere | Cursor
    G42 |
    Technology Innovation Institute | TII`,
  technology: `
    Alphabet | Alphabet Inc, GOOGL
    Google | Google LLC | Alphabet
    Waymo | | Alphabet
    Microsoft | Microsoft Corp, Microsoft Corporation, MSFT
    GitHub | | Microsoft
    Amazon | Amazon.com, Amazon.com Inc, AMZN
    Meta | Meta Platforms, Facebook
    Apple | Apple Inc, AAPL
    Tesla | Tesla Inc, TSLA
    SpaceX |
    Starlink | | SpaceX
    Cisco | Cisco Systems
    VMware | | Broadcom
    Alibaba | Alibaba Group
    Tencent | Tencent Holdings
    Baidu |
    ByteDance |
    TikTok | | ByteDance
    Huawei | Huawei Technologies
    Xiaomi |
    Sony | Sony Group
    Fujitsu |
    NEC |
    Rakuten |
    Naver |
    Kakao |
    Reliance | Reliance Industries
    Tata | Tata Group
    Infosys |
    Palantir | Palantir Technologies
    Schwarz Group |
    Netflix |
    Uber |`,
  utility: `
    Dominion Energy | Dominion
    Duke Energy | Duke
    American Electric Power | AEP
    Southern Company | Southern Co
    Georgia Power | | Southern Company
    NextEra Energy | NextEra
    Exelon |
    Commonwealth Edison | ComEd | Exelon
    Entergy |
    Xcel Energy | Xcel
    PPL | PPL Corp
    PacifiCorp | | Berkshire Hathaway
    Pacific Gas and Electric | PG&E, Pacific Gas & Electric
    Southern California Edison | SCE
    Arizona Public Service | APS
    Salt River Project | SRP
    NV Energy | | Berkshire Hathaway
    Portland General Electric | PGE
    Tennessee Valley Authority | TVA
    National Grid |
    EDF | Electricite de France, Électricité de France
    Enel |
    Iberdrola |
    RWE |
    E.ON | EON
    Vattenfall |
    Fortum |
    Statkraft |
    Engie |
    EirGrid |
    TenneT |
    ESB | Electricity Supply Board
    TEPCO | Tokyo Electric Power, Tokyo Electric Power Company
    KEPCO | Korea Electric Power, Korea Electric Power Corporation
    Taipower | Taiwan Power Company
    PJM | PJM Interconnection
    ERCOT | Electric Reliability Council of Texas
    MISO | Midcontinent Independent System Operator
    CAISO | California Independent System Operator, California ISO
    NYISO | New York Independent System Operator
    ISO New England | ISO-NE
    SPP | Southwest Power Pool`,
  energy: `
    Constellation Energy | Constellation
    Vistra | Vistra Corp
    Talen Energy | Talen
    NRG Energy | NRG
    Brookfield | Brookfield Asset Management
    Brookfield Renewable | | Brookfield
    Oklo |
    TerraPower |
    X-energy |
    Kairos Power | Kairos
    NuScale | NuScale Power
    Westinghouse | Westinghouse Electric
    Rolls-Royce | Rolls-Royce SMR
    Commonwealth Fusion Systems | CFS
    Helion | Helion Energy
    Fervo Energy | Fervo
    Williams | Williams Companies
    Kinder Morgan |
    Energy Transfer |
    ExxonMobil | Exxon, Exxon Mobil
    Chevron |
    Shell |
    BP |
    TotalEnergies | Total
    Equinor |
    Saudi Aramco | Aramco
    Masdar |
    Berkshire Hathaway | Berkshire
    Fluence | Fluence Energy
    Orsted | Ørsted`,
  network: `
    Lumen | Lumen Technologies
    Zayo | Zayo Group
    AT&T |
    Verizon | Verizon Communications
    T-Mobile |
    Comcast |
    Deutsche Telekom |
    Orange |
    Telefonica | Telefónica
    Vodafone |
    BT | BT Group
    Telstra |
    Singtel | Singapore Telecommunications
    NTT | Nippon Telegraph and Telephone, Nippon Telegraph & Telephone
    KDDI |
    SK Telecom | SKT | SK Group
    China Mobile |
    China Telecom |
    China Unicom |
    Bharti Airtel | Airtel
    Jio | Reliance Jio | Reliance
    Nokia |
    Ericsson |
    SubCom |
    Alcatel Submarine Networks | ASN`,
  finance: `
    SoftBank | SoftBank Group, SoftBank Group Corp
    MGX |
    Mubadala | Mubadala Investment Company
    Public Investment Fund | PIF
    Qatar Investment Authority | QIA
    Temasek |
    GIC |
    BlackRock |
    Global Infrastructure Partners | GIP | BlackRock
    Blackstone |
    KKR |
    Apollo | Apollo Global Management
    Blue Owl | Blue Owl Capital
    Carlyle | Carlyle Group
    Silver Lake |
    DigitalBridge |
    Macquarie | Macquarie Group
    EQT |
    Stonepeak |
    Magnetar | Magnetar Capital
    Goldman Sachs | Goldman
    Morgan Stanley |
    JPMorgan | JPMorgan Chase, JP Morgan, J.P. Morgan
    Bank of America | BofA
    Citigroup | Citi
    Barclays |
    UBS |
    HSBC |
    Deutsche Bank |
    Moody's | Moody's Ratings
    S&P Global | S&P, Standard & Poor's
    Fitch | Fitch Ratings
    Gartner |
    IDC | International Data Corporation
    Deloitte |
    McKinsey | McKinsey & Company
    Bernstein |
    Jefferies |
    TrendForce |
    SemiAnalysis |
    Dell'Oro | Dell'Oro Group
    CBRE |
    JLL | Jones Lang LaSalle
    Cushman & Wakefield |
    Sequoia | Sequoia Capital
    Andreessen Horowitz | a16z
    Thrive Capital | Thrive`,
  'public body': `
    International Energy Agency | IEA
    Federal Energy Regulatory Commission | FERC
    Nuclear Regulatory Commission | NRC
    Department of Energy | DOE, Energy Department, U.S. Department of Energy, US Department of Energy
    Department of Commerce | Commerce Department, U.S. Department of Commerce, US Department of Commerce
    Bureau of Industry and Security | BIS | Department of Commerce
    Department of Justice | DOJ, Justice Department
    Federal Trade Commission | FTC
    Securities and Exchange Commission | SEC
    Federal Communications Commission | FCC
    Environmental Protection Agency | EPA
    Energy Information Administration | EIA | Department of Energy
    Lawrence Berkeley National Laboratory | Berkeley Lab, LBNL | Department of Energy
    Argonne National Laboratory | Argonne | Department of Energy
    Oak Ridge National Laboratory | Oak Ridge, ORNL | Department of Energy
    Los Alamos National Laboratory | Los Alamos | Department of Energy
    North American Electric Reliability Corporation | NERC
    National Institute of Standards and Technology | NIST
    European Commission | EC | European Union
    Competition and Markets Authority | CMA
    Ofgem |
    Bundesnetzagentur | Federal Network Agency
    EuroHPC | EuroHPC Joint Undertaking
    METI | Ministry of Economy, Trade and Industry`,
  place: `
    United States | US, U.S., USA, U.S.A., America, United States of America
    European Union | EU
    United Kingdom | UK, U.K., Britain, Great Britain
    United Arab Emirates | UAE, Emirates
    Saudi Arabia | Kingdom of Saudi Arabia
    China | People's Republic of China, PRC
    Taiwan |
    South Korea | Republic of Korea, Korea
    Japan |
    India |
    Singapore |
    Malaysia |
    Johor | Johor Bahru | Malaysia
    Indonesia |
    Thailand |
    Australia |
    Canada |
    Mexico |
    Brazil |
    Chile |
    Ireland | Republic of Ireland
    France |
    Germany |
    Netherlands | Holland
    Spain |
    Portugal |
    Italy |
    Norway |
    Sweden |
    Finland |
    Denmark |
    Iceland |
    Poland |
    Switzerland |
    Israel |
    Qatar |
    Kazakhstan |
    South Africa |
    Kenya |
    Nigeria |
    Virginia | | United States
    Northern Virginia | NoVa | Virginia
    Loudoun County | Loudoun | Virginia
    Ashburn | | Virginia
    Texas | | United States
    Abilene | | Texas
    Dallas | | Texas
    Ohio | | United States
    Columbus | | Ohio
    New Albany | | Ohio
    Arizona | | United States
    Phoenix | | Arizona
    Georgia | | United States
    Atlanta | | Georgia
    Tennessee | | United States
    Memphis | | Tennessee
    Louisiana | | United States
    Richland Parish | | Louisiana
    Oregon | | United States
    California | | United States
    Silicon Valley | | California
    Santa Clara | | California
    Nevada | | United States
    Utah | | United States
    Iowa | | United States
    Indiana | | United States
    Illinois | | United States
    Wisconsin | | United States
    Michigan | | United States
    Pennsylvania | | United States
    New York | New York State | United States
    New York City | NYC | New York
    New Mexico | | United States
    North Dakota | | United States
    Wyoming | | United States
    North Carolina | | United States
    South Carolina | | United States
    Mississippi | | United States
    Alabama | | United States
    Missouri | | United States
    Kansas | | United States
    Nebraska | | United States
    Minnesota | | United States
    Washington | Washington State | United States
    Quebec | Québec | Canada
    Ontario | | Canada
    Alberta | | Canada
    London | | United Kingdom
    Slough | | United Kingdom
    Scotland | | United Kingdom
    Wales | | United Kingdom
    Dublin | | Ireland
    Frankfurt | | Germany
    Amsterdam | | Netherlands
    Paris | | France
    Marseille | Marseilles | France
    Madrid | | Spain
    Aragon | Aragón | Spain
    Lisbon | | Portugal
    Sines | | Portugal
    Milan | | Italy
    Zurich | Zürich | Switzerland
    Stockholm | | Sweden
    Abu Dhabi | | United Arab Emirates
    Dubai | | United Arab Emirates
    Riyadh | | Saudi Arabia
    Mumbai | | India
    Hyderabad | | India
    Chennai | | India
    Tokyo | | Japan
    Osaka | | Japan
    Hokkaido | | Japan
    Kumamoto | | Japan
    Seoul | | South Korea
    Hsinchu | | Taiwan
    Kaohsiung | | Taiwan
    Beijing | | China
    Shanghai | | China
    Shenzhen | | China
    Hong Kong | HK | China
    Inner Mongolia | | China
    Sydney | | Australia
    Melbourne | | Australia
    Querétaro | Queretaro | Mexico
    São Paulo | Sao Paulo | Brazil`,
};

/** Abbreviations that are everyday words or other things in a text: they count as an alias only in this very spelling. */
const CASED: ReadonlySet<string> = new Set(
  'MU IFS MPS ASE ADI ABB CAT TEL KLA GDS US EC UK EU PIF GIC SCE APS SRP PGE SPP CMA BIS HK TEL IDC TII SSI Arm Flex Switch Stack Compass Aligned Vantage Lambda Orange Shell Total Galaxy Credo Coherent Williams Apollo Thrive Cursor Runway Meta Oracle Apple Amazon Epoch Moonshot Constellation Dominion Duke Lumen'.split(
    ' ',
  ),
);

function parse(kind: string, table: string): Entity[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', others = '', parent = ''] = line.split('|').map((cell) => cell.trim());
      const aliases = others === '' ? [] : others.split(/,\s+/);
      return {
        name,
        kind,
        aliases,
        asWritten: [name, ...aliases].filter((alias) => CASED.has(alias)),
        parent: parent === '' ? null : parent,
      };
    });
}

export const ENTITIES: readonly Entity[] = Object.entries(TABLE).flatMap(([kind, table]) => parse(kind, table));
