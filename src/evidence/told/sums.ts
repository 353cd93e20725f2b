import { isFlow } from './tells.ts';

/** Nouns of a measure, which say by themselves what is told of a thing: "Halden's capacity". */
const MEASURE =
  /^(?:capacity|power|demand|load|output|backlog|generation|headcount|latency|bandwidth|inventory|consumption|need|height|length|weight|memory|throughput|production|exports?|imports?|harvest|utili[sz]ation|revenue|stake|term|attendance|occupancy|turnout|workforce|staff|stock)$/;
/** Nouns that money is told of by themselves. */
const PRICED =
  /^(?:price|rate|note|bond|loan|market|asset|export|import|sale|advance|saving|property|grant|aid|subsidy|prize|budget|contract)$/;
/** What accounts hold beside what flows. */
const HELD =
  /^(?:liabilit(?:y|ies)|equity|receivables?|payables?|borrowings?|ebitda|ebit|goodwill|propert(?:y|ies)|equipment|deposit|lease|interest|depreciation|amorti[sz]ation|compensation|development|administrative|selling|marketing)$/;

/** Sums that are always somebody's, and that a company's news tells without saying whose. */
const SOMEBODYS =
  /^(?:revenues?|sales?|income|profits?|loss|earnings|margin|flow|spending|expenditures?|expenses?|debt|orders?|term|backlog|dividend|cash|turnover|capex|ebitda|ebit|eps|bookings?|billings?|obligations?|headcount|workforce|staff|stock|inventory|inventories|utili[sz]ation|pricing|draw|occupancy|valuation|equity|borrowings|receivables|payables|depreciation|compensation)$/iu;
export const isSomebodys = (noun: string): boolean => SOMEBODYS.test(noun);

/** Is a noun one of a sum or a size that something has? */
const isSizeOf = (noun: string): boolean => isFlow(noun) || MEASURE.test(noun);

/** Does a phrase name a sum by itself: "Net sales", "Cost of revenue", "Cash and cash equivalents"? */
export const isAmountOf = (phrase: string): boolean =>
  phrase
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) =>
      [word, word.replace(/s$/, ''), word.replace(/(?:e?s)$/, '')].some(
        (noun) => isSizeOf(noun) || PRICED.test(noun) || HELD.test(noun),
      ),
    );
