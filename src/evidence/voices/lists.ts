import { givenName } from '../../language/given-names.ts';
import { isDemonym, isGeneric, isOrganisationWord } from '../../language/organisations.ts';
import { isHonorific, isRoleModifier, isRoleNoun } from '../../language/roles.ts';
import { isWord } from '../../reading/network/network.ts';

/** The lists that a word stands in, and how it is written. */
export function listsOf(word: string): string[] {
  const low = word.toLowerCase().replace(/\.$/, '');
  const lists: readonly (readonly [string, boolean])[] = [
    ['honorific', isHonorific(low)],
    ['role', isRoleNoun(low)],
    ['modifier', isRoleModifier(low)],
    ['demonym', isDemonym(low)],
    ['given', givenName(low) !== null],
    ['organisation', isOrganisationWord(low)],
    ['generic', isGeneric(low)],
    [isWord(low) ? 'word' : 'unknown', true],
    [/^\p{Lu}+$/u.test(word) ? 'capitals' : /^\p{Lu}/u.test(word) ? 'capital' : 'small', true],
  ];
  return lists.flatMap(([name, is]) => (is ? [name] : []));
}
