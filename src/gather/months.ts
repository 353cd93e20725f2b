/** Languages of Europe, by how many feeds are in them: where two give one name to different months, the earlier one is believed. */
const LANGUAGES =
  'en de fr es it pt nl pl sv da nb fi cs ru uk el hu ro tr ca sk bg hr sl sr sr-Latn bs mk lt lv et is ga mt eu gl sq be cy lb'.split(
    ' ',
  );

let names: ReadonlyMap<string, number> | null = null;

/** Lower case, without the accents that uppercase Greek and careless writers leave out. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '');

/**
 * The month, 1 to 12, that a word names in a language of Europe, in full or short, by itself or with a day; undefined for other words. By the
 * Common Locale Data Repository, as the runtime has it; made when a word is first asked for that is no usual one.
 */
export function monthByName(word: string): number | undefined {
  names ??= namesOfMonths();
  return names.get(plain(word));
}

function namesOfMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of LANGUAGES) {
    const forms = (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
      new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' }),
    ]);
    for (let month = 1; month <= 12; month += 1) {
      for (const form of forms) {
        const [name] = form.formatToParts(Date.UTC(2026, month - 1, 15)).filter(({ type }) => type === 'month');
        const key = plain(name?.value ?? '');
        // Three letters in Latin script are too many other words.
        if (/^(?:\p{L}{4,}|[^\p{Script=Latin}\P{L}]{3,})$/u.test(key) && !found.has(key)) found.set(key, month);
      }
    }
  }
  return found;
}
