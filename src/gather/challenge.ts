import type { HttpResponse } from '../ports/http.ts';

/** Parts of the scripts by which the large gatekeepers test a browser: Cloudflare, Imperva, DataDome, HUMAN, AWS. */
const SCRIPTS =
  /\/cdn-cgi\/challenge-platform\/|\bcf-chl-|_Incapsula_Resource|captcha-delivery\.com|\bpx-captcha\b|awswaf\.com|\bg-recaptcha\b|hcaptcha\.com/;

/**
 * Whether an answer is a gatekeeper's test of the browser in place of what was asked for. A page that came whole may have such scripts
 * as well: of a 200 only the gatekeeper's own header tells (https://developers.cloudflare.com/cloudflare-challenges/).
 */
export function isChallenge({ status, headers, body }: Pick<HttpResponse, 'status' | 'headers' | 'body'>): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  const refused = status === 403 || status === 429 || status === 503 || status === 405 || status === 202;
  return refused && SCRIPTS.test(Buffer.from(body.subarray(0, 100_000)).toString('latin1'));
}
