import { timesIn } from '../reading/times.ts';

const ASKED =
  /\b(?:when|what (?:day|date|month|year))\b.{1,120}\b(?:ends?(?! of\b)|ended|expires?|expired?|runs? out|lapses?|terminates?|matures?|(?:is|are|be) (?:up|over))\b|\b(?:until|till) when\b/i;
const TOLD =
  /\b(?:ends|ended|(?:will|to|would|could|can) end|expir(?:es?|ed|ing|y)|lapse[sd]?|r[au]ns? out|running out|matur(?:es?|ed|ity)|terminat(?:es?|ed|ion)|falls? due)\b/i;

/** Whether a question asks for the end of something: "when does the lease expire?" */
export const asksEnd = (question: string): boolean => ASKED.test(question);

/** Whether a sentence tells an end: by its verb, or by a time that something goes on until. */
export const tellsEnd = (sentence: string, published: string | null): boolean =>
  TOLD.test(sentence) || timesIn(sentence, published).some(({ bound }) => bound === 'until');
