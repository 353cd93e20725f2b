import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import { wordsIn } from '../../src/locale/index.ts';
import type { Page, PagePart } from '../../src/ports/pages.ts';
import { hrefOf, linked, words } from './inline.ts';
import { part, type Studio } from './parts.ts';

/** Without comments and indentation: it stands in every page, so that one answer is all that a reader waits for. */
const styleOf = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<!\s)\s*\n\s*/g, '')
    .replace(/(?<!\s)\s+(?=[{};,>])|(?<=[{};,>])\s+/g, '')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<![\d.])0\./g, '.');

type Sheet = { readonly css: string; readonly kinds: ReadonlySet<PagePart['kind']> | null };

const sheet = (name: string, ...kinds: PagePart['kind'][]): Sheet => ({
  css: styleOf(name),
  kinds: kinds.length === 0 ? null : new Set(kinds),
});

/** Each with the parts of a page that want it; the first every page does. */
const SHEETS = [
  sheet('style.css'),
  sheet('answers.css', 'table', 'chart', 'code', 'search', 'message'),
  sheet('looks.css', 'message'),
] as const;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const hasAny = (parts: readonly PagePart[], kinds: ReadonlySet<PagePart['kind']>): boolean =>
  parts.some((each) => kinds.has(each.kind) || ('parts' in each && hasAny(each.parts, kinds)));

const stylesOf = (parts: readonly PagePart[]): string =>
  SHEETS.flatMap(({ css, kinds }) => (kinds === null || hasAny(parts, kinds) ? [`<style>${css}</style>`] : [])).join(
    '',
  );

/** Nothing is loaded but the page itself, and nothing in it runs (Content Security Policy Level 3). */
export const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: SHEETS.map(({ css }) => hashOf(css)),
  imgSrc: ['data:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What a file says itself, since no server says it for it; `frame-ancestors` is not heard there. */
const FILE_POLICY = `default-src 'none'; style-src ${POLICY.styleSrc.join(' ')}; img-src data:; base-uri 'none'`;

/** A mark of our own, drawn in the page: a line of text with its receipt. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b62c4'/%3E%3Cpath d='M4 5h8M4 8h5M4 11h8' stroke='%23fff' stroke-width='1.6' stroke-linecap='round'/%3E%3C/svg%3E";

/** A page as an HTML document. */
export async function documentOf(page: Page, tools: Omit<Studio, 'words'>): Promise<string> {
  const said = wordsIn(page.language).page;
  const studio: Studio = { ...tools, words: said };
  const { root } = studio;
  const nav =
    page.nav.length === 0 || root === null
      ? ''
      : html`<nav aria-label="${said.pages}"><ul>${page.nav.map(
          ({ label, path, current }) =>
            html`<li><a href="${root}${path}"${current ? html` aria-current="page"` : ''}>${words(label)}</a></li>`,
        )}</ul></nav>`;
  const forms = root === null ? [] : page.alternates.filter(({ href }) => hrefOf(href, studio) !== null);
  const markup = await html`<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><title>${words(page.title)}</title><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="description" content="${said.promise}"><link rel="icon" href="${raw(ICON)}">${
    root === null ? html`<meta http-equiv="Content-Security-Policy" content="${FILE_POLICY}">` : ''
  }${forms.map(
    ({ type, title, href }) => html`<link rel="alternate" type="${type}" title="${words(title)}" href="${href}">`,
  )}${raw(stylesOf(page.parts))}</head><body><a class="skip" href="#main">${said.skip}</a><header><p class="brand">Debrief<span>${words(page.field)}</span></p>${nav}</header><main id="main" tabindex="-1">${page.parts.map(
    (each) => part(each, studio),
  )}</main><footer><p>${said.promise}</p>${
    forms.length === 0
      ? ''
      : html`<p class="forms">${forms.map(({ title, href }) => linked(words(title), href, studio))}</p>`
  }</footer></body></html>
`;
  return markup.toString();
}
