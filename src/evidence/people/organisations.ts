import { isDemonym, isOrganisationWord } from '../../language/organisations.ts';
import { isHonorific } from '../../language/roles.ts';
import type { Token } from './tokens.ts';

/** Lower-case words inside the names of organisations. */
const CONNECTORS = new Set('of for on the and'.split(' '));

export const isConnector = (token: Token): boolean => !token.capital && CONNECTORS.has(token.lower);

/** A word that the name of an organisation may begin with. */
export const isOrganisationCapital = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.capital || /^\d+\p{Lu}|^\d+$/u.test(token.text)) &&
  !isHonorific(token.lower) &&
  !token.lower.split('-').every(isDemonym);

/** The end of the name of an organisation that begins at `from`: Bank of America, the Securities and Exchange Commission. */
export function endOfOrganisation(tokens: readonly Token[], from: number, limit: number): number {
  let end = from;
  let i = from;
  while (i < limit) {
    const token = tokens[i];
    if (token === undefined) break;
    if (
      token.capital ||
      (i > from && (token.text === '&' || token.kind === 'number') && tokens[i + 1]?.kind === 'word')
    ) {
      i++;
      if (token.capital) end = i;
      continue;
    }
    if (i === from || !CONNECTORS.has(token.lower)) break;
    let next = i + 1;
    if (tokens[next]?.lower === 'the') next++;
    if (next >= limit || tokens[next]?.capital !== true || /day$/.test(tokens[next]?.lower ?? '')) break;
    if (token.lower === 'and' && !closesInOrganisation(tokens, next, limit)) break;
    if ((token.lower === 'for' || token.lower === 'on') && !isOrganisationWord(tokens[i - 1]?.text ?? '')) break;
    i = next;
  }
  return end;
}

function closesInOrganisation(tokens: readonly Token[], from: number, limit: number): boolean {
  let i = from;
  while (i < limit && tokens[i]?.capital === true) i++;
  return isOrganisationWord(tokens[i - 1]?.text ?? '');
}

/** Where the capitalised name begins that ends before `to`. */
export function startOfOrganisation(tokens: readonly Token[], to: number, lowest: number): number {
  let i = to;
  while (i > lowest) {
    const token = tokens[i - 1];
    const joins =
      token !== undefined &&
      i < to &&
      /^(?:of|for|&)$/.test(token.lower) &&
      i - 2 >= lowest &&
      tokens[i - 2]?.capital === true;
    if (!(isOrganisationCapital(token) || joins)) break;
    i--;
  }
  return i;
}
