import { calendar } from './calendar.ts';
import type { Report } from './edition.ts';
import { FEED_TYPES } from './feed.ts';
import { blocks, escaped, list } from './markup.ts';

/** A report's page: the article within all that real sites put around it. `others` feeds the boxes of links. */
export function page(report: Report, others: readonly Report[], origin: string): string {
  const { publisher } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(report.title)} | ${escaped(publisher.name)}</title>
<link rel="canonical" href="${origin}${report.path}">
<link rel="alternate" type="${FEED_TYPES[publisher.feed.format]}" href="/${publisher.id}/${publisher.feed.file}">
${metadata(report, origin)}
<style>body { font-family: Georgia, serif } .ad, .consent { background: #eee }</style>
<script>window.dataLayer = window.dataLayer || []; dataLayer.push({ page: '${report.piece.slug}' });</script>
</head>
<body>
<div class="consent cookie-banner" role="dialog" aria-label="Cookies">
<p>We and our partners use cookies to measure reach and show advertising. You can change your mind at any time.</p>
<button>Accept all</button> <button>Reject</button>
</div>
<header><a href="/${publisher.id}/">${escaped(publisher.name)}</a> <p>${escaped(publisher.tagline)}</p></header>
<nav><ul><li><a href="/${publisher.id}/">Home</a></li><li><a href="/${publisher.id}/events">Events</a></li><li><a href="/${publisher.id}/jobs">Jobs</a></li><li><a href="/account/login">Log in</a></li></ul></nav>
<div class="ad" aria-label="Advertisement"><p>Advertisement</p><a href="/partner/racks">Racks in six weeks. Ask for a quote.</a></div>
${framed(report)}
<aside class="related"><h3>Read next</h3>${list(others.slice(0, 4).map(headline))}</aside>
<section id="comments" class="comments"><h3>2 comments</h3>
<div class="comment"><b>cable_pull</b> <p>Seen this before, ask me again in five years.</p></div>
<div class="comment"><b>J. from Leeds</b> <p>Good piece. Would like to see the permits.</p></div>
</section>
<footer><p>© ${escaped(publisher.name)}. All rights reserved.</p><a href="/${publisher.id}/privacy">Privacy</a> <a href="/${publisher.id}/imprint">Imprint</a></footer>
</body>
</html>
`;
}

/** A report's title, linked to its page. */
export const headline = ({ path, title }: Report): string => `<a href="${path}">${escaped(title)}</a>`;

function framed(report: Report): string {
  const inner = `<h1>${escaped(report.title)}</h1>
${byline(report)}
<ul class="share"><li><a href="/share/mail">Share by mail</a></li><li><a href="/share/post">Post this</a></li></ul>
<div class="article-body">
${body(report)}
</div>`;
  if (report.publisher.page.frame === 'article') return `<main><article>${inner}</article></main>`;
  if (report.publisher.page.frame === 'main') return `<main id="content"><div class="story">${inner}</div></main>`;
  return `<div id="page"><div class="column post-content">${inner}</div></div>`;
}

function byline({ piece, published, publisher }: Report): string {
  const time = `${calendar(published).date()}, ${published.toISOString().slice(11, 16)} UTC`;
  const by = piece.author === null ? '' : `<span class="author">By ${escaped(piece.author)}</span> `;
  const stamp =
    publisher.page.metadata === 'visible' ? time : `<time datetime="${published.toISOString()}">${time}</time>`;
  return `<p class="byline">${by}<span class="date">${stamp}</span></p>`;
}

function body(report: Report): string {
  const [first = '', second = '', ...rest] = blocks(report.text);
  if (report.piece.page === 'paywall') {
    return `${first}
<div class="paywall"><h2>Subscribe to continue reading</h2><p>This article is for subscribers. Already a subscriber? Log in.</p></div>`;
  }
  const note =
    report.correction === null
      ? ''
      : `<p class="correction">Correction, ${calendar(report.updated).date()}: ${escaped(report.correction)}</p>`;
  return [first, second, NEWSLETTER, ...rest, report.piece.rawMarkup ?? '', note]
    .filter((part) => part !== '')
    .join('\n');
}

const NEWSLETTER = `<div class="newsletter-signup"><form action="/newsletter"><label>Get our newsletter every Thursday <input type="email" name="mail"></label><button>Sign up</button></form></div>`;

function metadata(report: Report, origin: string): string {
  const { publisher, piece, title, published, updated } = report;
  const meta = (kind: 'name' | 'property', key: string, value: string): string =>
    `<meta ${kind}="${key}" content="${escaped(value)}">`;
  switch (publisher.page.metadata) {
    case 'json-ld': {
      const data = {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: title,
        datePublished: published.toISOString(),
        dateModified: updated.toISOString(),
        ...(piece.author === null ? {} : { author: [{ '@type': 'Person', name: piece.author }] }),
        publisher: { '@type': 'Organization', name: publisher.name },
        mainEntityOfPage: origin + report.path,
        ...(piece.page === 'paywall' ? { isAccessibleForFree: false } : {}),
      };
      return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
    }
    case 'open-graph':
      return [
        meta('property', 'og:type', 'article'),
        meta('property', 'og:title', title),
        meta('property', 'og:site_name', publisher.name),
        meta('property', 'og:url', origin + report.path),
        meta('property', 'article:published_time', published.toISOString()),
        meta('property', 'article:modified_time', updated.toISOString()),
        piece.author === null ? '' : meta('property', 'article:author', piece.author),
      ].join('\n');
    case 'meta':
      return [
        meta('name', 'date', published.toISOString().slice(0, 10)),
        meta('name', 'description', report.summary),
        piece.author === null ? '' : meta('name', 'author', piece.author),
        meta('name', 'application-name', publisher.name),
      ].join('\n');
    case 'visible':
      return meta('name', 'generator', 'SitePress 4.2');
  }
}
