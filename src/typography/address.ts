/** An address of the web in its canonical form, or null for any other scheme and for what is none. */
export function webAddress(href: string): string | null {
  return /^https?:\/\//i.test(href) && URL.canParse(href) ? new URL(href).href : null;
}

/** The same without its fragment, which only opens the page at its sentence. */
export const pageOf = (address: string): string => address.replace(/#[\s\S]*$/, '');

/** The address, or that of its page, whichever has at most `longest` characters; null where neither has. */
export function within(address: string | null, longest: number): string | null {
  if (address === null) return null;
  return [address, pageOf(address)].find(({ length }) => length <= longest) ?? null;
}
