import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { wordsIn } from '../../src/locale/index.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { PageReply, Pages } from '../../src/ports/pages.ts';
import { documentOf, POLICY } from './layout.ts';
import { atomOf, jsonFeedOf } from './syndication.ts';

export type PageOptions = {
  readonly pages: Pages;
  readonly chart: Pick<Chart, 'svg'>;
  /** Names that this server goes by; another one is a stranger's that was made to lead here (DNS rebinding). Null: any. */
  readonly hosts: ReadonlySet<string> | null;
};

const STATUS = { page: 200, absent: 404, closed: 403, expired: 410, failed: 500 } as const;

/** The way up from a page to where the visitor's own begin: it holds below any pass, and behind a proxy that serves from a folder. */
const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 2) || './';

/** The language that the visitor wants most (RFC 9110, Accept-Language; browsers name them in that order). */
const languageOf = (context: Context): string | undefined =>
  /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/.exec(context.req.header('accept-language') ?? '')?.[1];

/** The pages over HTTP, by link and, where the instance is open, without one. Answers are one document each, and nothing is loaded beside it. */
export function pageRoutes({ pages, chart, hosts }: PageOptions): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(etag());
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // Whether this host speaks HTTPS for good is for whoever runs it to say.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (context, next) => {
    await next();
    context.header('x-robots-tag', 'noindex, nofollow');
    // A link may be revoked, a report hide a figure: every time it is asked whether it is still so.
    context.header('cache-control', 'private, no-cache');
    context.header('vary', 'accept-language', { append: true });
  });

  const sent = async (context: Context, reply: PageReply, root: string): Promise<Response> => {
    const studio = { root, chart, words: wordsIn(languageOf(context)).page };
    switch (reply.kind) {
      case 'text':
        return context.body(reply.text, 200, { 'content-type': `${reply.type}; charset=utf-8` });
      case 'feed': {
        const [text, type] =
          reply.format === 'atom'
            ? [await atomOf(reply.feed, studio), 'application/atom+xml']
            : [await jsonFeedOf(reply.feed, studio), 'application/feed+json'];
        return context.body(text, 200, { 'content-type': `${type}; charset=utf-8` });
      }
      default:
        return context.html(await documentOf(reply.page, studio), STATUS[reply.kind]);
    }
  };

  const isOurs = (context: Context): boolean =>
    hosts === null || hosts.has(new URL(context.req.url).hostname.replace(/^\[|\]$/g, ''));
  const nowhere = (context: Context) =>
    sent(context, { kind: 'absent', page: pages.nowhere(languageOf(context)) }, './');

  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'));
  app.get('/p/:pass', (context) => context.redirect(`/p/${encodeURIComponent(context.req.param('pass'))}/`));
  for (const path of pages.paths) {
    app.get(`/p/:pass${path}`, async (context) => {
      const { pass = '', ...params }: Readonly<Record<string, string>> = context.req.param();
      return sent(
        context,
        await pages.open({ pass, path, params, query: context.req.query(), language: languageOf(context) }),
        rootFrom(path),
      );
    });
    app.get(path, async (context) => {
      if (!isOurs(context)) return nowhere(context);
      const params: Readonly<Record<string, string>> = context.req.param();
      return sent(
        context,
        await pages.open({ pass: null, path, params, query: context.req.query(), language: languageOf(context) }),
        rootFrom(path),
      );
    });
  }
  // As a route: what an app answers for no route of its own counts only where it is the outermost.
  app.all('*', nowhere);
  return app;
}
