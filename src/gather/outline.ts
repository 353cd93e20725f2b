import type { DomDocument, DomElement } from './dom.ts';

/** An element with what its author called it: class, id and role, in lower case. */
export type Named = { readonly element: DomElement; readonly names: string };

/**
 * A page as its parts are named, read once: selectors over classes would walk it anew each time.
 */
export type Outline = {
  /** Every element of the body in reading order. */
  readonly all: readonly Named[];
  readonly headline: DomElement | null;
  /** What holds the headline, or the body that the page marks. */
  readonly holders: ReadonlySet<DomElement>;
  /** Whether an element stands apart from the article: in navigation, comments, teasers of other articles, a side column. */
  isApart(element: DomElement): boolean;
};

const APART_TAGS = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM']);
const APART =
  /comment|kommentar|related|sidebar|widget|teaser|recommend|popular|trending|footer|newsletter|most-?read|read-?more|more-(?:from|news|stories)|promo|\bad(?:s|vert\w*)?\b|navigation|\bnav\b|breadcrumb|cookie|modal|popup/;

export function outlineOf(document: DomDocument): Outline {
  const all = [...document.querySelectorAll('body *')].map((element) => ({ element, names: namesOf(element) }));
  // What holds these is the article's, whatever it is called: templates put `right-sidebar` on the whole page.
  const holders = new Set<DomElement>();
  const headline = document.querySelector('h1') ?? document.querySelector('h2');
  const bodies = [
    ...document.querySelectorAll('[itemprop="articleBody"], .entry-content, .post-body, .post-content, .article-body'),
  ];
  for (const start of [headline?.parentElement ?? null, ...(bodies.length === 1 ? bodies : [])]) {
    for (let at = start; at !== null; at = at.parentElement) holders.add(at);
  }
  const known = new Map<DomElement, boolean>();
  const isApart = (element: DomElement): boolean => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const parent = element.parentElement;
    const own = !holders.has(element) && (APART_TAGS.has(element.nodeName) || APART.test(namesOf(element)));
    const apart = own || (parent !== null && parent.nodeName !== 'BODY' && isApart(parent));
    known.set(element, apart);
    return apart;
  };
  return { all, headline, holders, isApart };
}

/** Names are short; what is longer is made to be slow. */
const NAMES = 400;

export function namesOf(element: DomElement): string {
  const names = ['class', 'id', 'role', 'data-testid'].flatMap(
    (name) => element.getAttribute(name)?.slice(0, NAMES) ?? [],
  );
  return names.join(' ').toLowerCase();
}
