const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Words from feeds and people without what would act: control characters, overrides of the writing direction, and what
 * reads as a mention (`<!channel>`, `<@U1>`). Text elements take that literally already; the word joiner after the
 * bracket keeps it harmless wherever the text is carried on to.
 */
export function harmless(text: string): string {
  return text.replace(CONTROL, '').replace(/<(?=[!@#])/g, '<\u2060');
}

/** For the top-level text, the one place where Slack reads markup: its three characters are written as entities. */
export function escaped(text: string): string {
  return harmless(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `length` code units, ending with a whole word and an ellipsis; a word longer than that ends between graphemes. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const space = room.lastIndexOf(' ');
  if (space > length / 2) return `${room.slice(0, space)}…`;
  let whole = '';
  for (const { segment } of graphemes.segment(room)) {
    if (whole.length + segment.length >= length) break;
    whole += segment;
  }
  return `${whole}…`;
}

/** An address that Slack takes: the web's, and not longer than a button's. Null for any other. */
export function address(href: string, longest: number): string | null {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const whole = new URL(href).href;
  if (whole.length <= longest) return whole;
  // The fragment only opens the page at its sentence.
  const page = whole.replace(/#.*$/s, '');
  return page.length <= longest ? page : null;
}
