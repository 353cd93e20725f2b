import { textLength } from './blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';
import type { Outline } from './outline.ts';

/** Elements that are never part of an article's body. */
const TAGS = new Set(['NAV', 'FOOTER', 'ASIDE', 'FIGCAPTION', 'BUTTON', 'DIALOG', 'MENU', 'NOSCRIPT', 'TEMPLATE']);

/** Names that tell by themselves, alone or as a part of a longer one (`article__comments`). */
const PART =
  /(?:^|[\s_-])(?:comments|kommentare|comment-?(?:list|section|area|form|respond|box|container)|commentlist|disqus\w*|respond|sharing|share-?(?:bar|buttons?|links|tools|box)|sharedaddy|social-?(?:media|share|sharing|links|bar|icons)|addtoany\w*|addthis\w*|shariff|jp-relatedposts|related|related-?(?:posts?|articles?|content|stories|news|links)|recommended|recommendations|most-?read|outbrain|taboola\w*|crossrefs?|newsletter|mailchimp|cookie-?(?:banner|notice|consent|bar)|gdpr|onetrust\w*|breadcrumbs?|pagination|skip-?links?|advert\w*|adsbygoogle|author-?(?:bio|box|info|card|description)|about-?(?:the-?)?author|captions?|caption-text|image-?(?:caption|credits?|source|copyright)|img-?caption|photo-?credits?|bildunterschrift|bildquelle|tag-?(?:list|cloud)|post-?ratings?|disclosure|disclaimer|affiliate-?\w*|post-?meta(?:data)?|entry-?meta|article-?meta|bylines?|read(?:ing)?-?time|post-?tags|screen-reader-text|visually-?hidden|table-?of-?contents)(?=$|[\s_-])/;

/** Names that tell only where they are a class or an id of their own: in longer ones they mean other things (`field-label-hidden`). */
const WHOLE =
  /(?:^|\s)(?:share|social|socials|similar|also-?read|read-?(?:more|also|next)|more-?(?:from|news|stories|articles)|popular|trending|subscribe|subscription|signup|sign-?up|optin|cookies?|consent|cmp|pager|nav|navi|navigation|menu|submenu|toolbar|site-?(?:header|footer)|footer|ads?|adv|sponsor(?:ed)?|banner|anzeige|werbung|publicidad|sidebar|widget|bio|credits?|copyright|tags|tag-?links|keywords|print-?only|ratings?|votes?|sr-only|hidden|toc|comment|replies|promo)(?=$|\s)/;

/** How much of a page's text a part may hold and still be something around the article. */
const LARGEST = 0.3;

/** Takes out what stands around an article. What holds the headline, or much of the page's text, stays whatever it is called. */
export function removeFurniture(document: DomDocument, { all, holders }: Outline): void {
  const whole = textLength(document.body);
  const removed = new Set<DomElement>();
  for (const { element, names } of all) {
    if (holders.has(element) || (element.parentElement !== null && removed.has(element.parentElement))) {
      if (!holders.has(element)) removed.add(element);
      continue;
    }
    if (!TAGS.has(element.nodeName) && !isAroundName(element, names) && !isHidden(element)) continue;
    if (textLength(element) > whole * LARGEST) continue;
    removed.add(element);
    element.remove();
  }
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

/** An id is often made of a heading's words (`sharing-with-others`), so that only a short one tells. */
function isAroundName(element: DomElement, names: string): boolean {
  if (names === '') return false;
  if (PART.test((element.getAttribute('class') ?? '').toLowerCase()) || WHOLE.test(names)) return true;
  const id = (element.getAttribute('id') ?? '').toLowerCase();
  return id.split(/[_-]/).length <= 3 && PART.test(id);
}
