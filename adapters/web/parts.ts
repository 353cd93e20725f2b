import { html, raw } from 'hono/html';
import type { Action, Block, Column, Inline, Series } from '../../src/model.ts';
import type { Chart } from '../../src/ports/chart.ts';
import type { FigureCard, PagePart, PassagePiece } from '../../src/ports/pages.ts';
import { type Content, type Look, line, linked, plainOf, words } from './inline.ts';
import { discordLook } from './looks/discord.ts';
import { slackLook } from './looks/slack.ts';

/** What parts are drawn with. */
export type Studio = Look & { readonly chart: Pick<Chart, 'svg'> };

/** Widths at which a chart is legible: on a phone, and beside text. */
const WIDTHS = { narrow: 340, wide: 720 } as const;

type Row = readonly (readonly Inline[])[];

const isEmpty = (cell: readonly Inline[]): boolean =>
  cell.every((piece) => piece.kind === 'text' && words(piece.text).trim() === '');

function table(columns: readonly Column[], rows: readonly Row[], look: Look): Content {
  // What has no word in any row says nothing.
  const shown = columns.flatMap((column, index) =>
    rows.every((row) => isEmpty(row[index] ?? [])) ? [] : [{ column, index }],
  );
  // The roles say what the tags say, for browsers that forget it once the rows stand below each other.
  return html`<table role="table"><thead role="rowgroup"><tr role="row">${shown.map(
    ({ column }) => html`<th role="columnheader" scope="col" class="${column.align}">${words(column.title)}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (row) =>
      html`<tr role="row">${shown.map(
        ({ column, index }) =>
          html`<td role="cell" class="${column.align}" data-label="${words(column.title)}">${line(row[index] ?? [], look)}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

function chartFigure(series: Series, { chart }: Studio): Content {
  const svg = (width: keyof typeof WIDTHS) =>
    html`<div class="${width}">${raw(chart.svg(series, { theme: 'page', width: WIDTHS[width] }))}</div>`;
  return html`<figure class="chart">${svg('wide')}${svg('narrow')}<figcaption>${words(series.alt)}</figcaption></figure>`;
}

/** A button that a page has a place for. */
function action(each: Action, look: Look): Content {
  if (each.kind === 'link') return linked(words(each.label), each.href, look);
  const [, from = '', , topic = ''] = /^figures:(\d{1,4}):([^:]*):(.*)$/s.exec(each.id) ?? [];
  if (from === '') return '';
  return linked(words(each.label), `./search?${new URLSearchParams({ kind: 'figures', q: topic, from })}`, look);
}

function heading(block: Extract<Block, { kind: 'heading' }>, look: Look): Content {
  const text = words(block.text);
  const shown = block.href === undefined ? text : linked(text, block.href, look);
  if (block.level === 1) return html`<h1>${shown}</h1>`;
  return block.level === 2 ? html`<h2>${shown}</h2>` : html`<h3>${shown}</h3>`;
}

function card({ figure, what, facts }: FigureCard, look: Look): Content {
  const said = facts.filter((fact) => plainOf(fact) !== '' || fact.length > 1);
  const named = plainOf(what) === '' ? '' : html`<span>${line(what, look)}</span>`;
  return html`<li><b>${line(figure, look)}</b>${named}<small>${said.map((fact, index) => [
    index === 0 ? '' : ' · ',
    line(fact, look),
  ])}</small></li>`;
}

/** What something rests on is one mark, and the figure or quote in it stands out. */
function marked(run: readonly PassagePiece[]): Content {
  const idOf = ({ id }: PassagePiece): Content => (id === null ? '' : html` id="${id}"`);
  const [first] = run;
  if (first === undefined) return '';
  if (first.depth === 0) return words(first.text);
  const inner = run.map((each) =>
    each.depth === 2 ? html`<b${idOf(each)}>${words(each.text)}</b>` : words(each.text),
  );
  return html`<mark${first.depth === 1 ? idOf(first) : ''}>${inner}</mark>`;
}

/** Pieces that are marked as one: up to where nothing rests on the words, or the next thing that is led to begins. */
function runsOf(pieces: readonly PassagePiece[]): PassagePiece[][] {
  const runs: PassagePiece[][] = [];
  for (const each of pieces) {
    const last = runs.at(-1);
    const goesOn = each.depth === 2 || (each.depth === 1 && each.id === null);
    if (goesOn && last?.[0] !== undefined && last[0].depth > 0) last.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** What people look for, and four ways to look: each a button of one form, so that it works without scripts. */
function searchForm(typed: string, { root, words: { search } }: Look): Content {
  if (root === null) return '';
  const { label, example, ...kinds } = search;
  return html`<form action="${root}search" method="get" role="search"><label for="q">${label}</label><div><input id="q" name="q" type="search" value="${words(typed)}" maxlength="500" autocomplete="off" required placeholder="${example}"></div><div class="buttons">${Object.entries(
    kinds,
  ).map(([kind, name]) => html`<button name="kind" value="${kind}">${name}</button>`)}</div></form>`;
}

function message({ platform, sent, charts }: Extract<PagePart, { kind: 'message' }>, studio: Studio): Content {
  const pictures = charts.map((series) => raw(studio.chart.svg(series, { theme: 'light', width: 400 })));
  const draw = platform === 'slack' ? slackLook : platform === 'discord' ? discordLook : null;
  const name = platform === 'slack' ? 'Slack' : platform === 'discord' ? 'Discord' : platform;
  const drawn = draw === null ? html`<pre>${JSON.stringify(sent, null, 2)}</pre>` : draw(sent, pictures);
  return html`<section class="message" aria-label="${name}"><h2>${name}</h2>${drawn}</section>`;
}

/** A part as markup. Whatever text it has is escaped; whatever address is checked. */
export function part(each: PagePart, studio: Studio): Content {
  switch (each.kind) {
    case 'heading':
      return heading(each, studio);
    case 'paragraph':
      return html`<p>${line(each.content, studio)}</p>`;
    case 'context':
      return html`<p class="context">${line(each.content, studio)}</p>`;
    case 'list': {
      const items = each.items.map((item) => html`<li>${line(item, studio)}</li>`);
      return each.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table':
      return table(each.columns, each.rows, studio);
    case 'quote':
      return html`<figure class="quote"><blockquote><p>“${words(each.text)}”</p></blockquote><figcaption>${line(each.by, studio)}</figcaption></figure>`;
    case 'chart':
      return chartFigure(each.series, studio);
    case 'code':
      return html`<pre tabindex="0">${words(each.text)}</pre>`;
    case 'divider':
      return html`<hr>`;
    case 'actions':
      return html`<p class="actions">${each.actions.map((one) => action(one, studio))}</p>`;
    case 'section': {
      const inner = each.parts.map((inside) => part(inside, studio));
      if (each.role === 'story') return html`<article id="${each.id}">${inner}</article>`;
      return html`<section${each.role === 'top' ? html` class="top"` : ''} id="${each.id}">${inner}</section>`;
    }
    case 'figures':
      return html`<ul class="figures ${each.size}">${each.items.map((item) => card(item, studio))}</ul>`;
    case 'passage':
      return html`<blockquote>${runsOf(each.pieces).map(marked)} ${linked(`${studio.words.article} ↗`, each.href, studio)}</blockquote>`;
    case 'fold':
      return html`<details><summary>${words(each.label)}${each.note === '' ? '' : html` <small>${words(each.note)}</small>`}</summary>${each.parts.map((inside) => part(inside, studio))}</details>`;
    case 'search':
      return searchForm(each.typed, studio);
    case 'message':
      return message(each, studio);
  }
}
