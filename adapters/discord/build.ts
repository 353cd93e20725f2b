import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Action } from '../../src/model.ts';
import { shortened } from '../../src/typography/graphemes.ts';
import { type Mark, type Markup, markOf, type Reach } from './inline.ts';
import { LIMITS } from './limits.ts';
import type { Part } from './parts.ts';
import { harmless, shortAddress } from './words.ts';

export const ACCENT = 0x1f6feb;

/** Buttons that open a form carry this before their action's id. */
export const FORM_PREFIX = 'form:';

export function customId(action: Exclude<Action, { kind: 'link' }>): string {
  return action.kind === 'form' ? `${FORM_PREFIX}${action.id}` : action.id;
}

const STYLES = { primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

function buttonOf(action: Action): APIButtonComponent | null {
  const label =
    shortened(harmless(action.label).replace(/\s+/g, ' ').trim(), LIMITS.buttonLabel) || ENGLISH.platforms.open;
  const common = { type: ComponentType.Button, label } as const;
  if (action.kind === 'link') {
    const url = shortAddress(action.href);
    return url === null ? null : { ...common, style: ButtonStyle.Link, url };
  }
  const id = customId(action);
  if (id.length > LIMITS.customId) return null;
  const style = action.kind === 'press' && action.style !== undefined ? STYLES[action.style] : ButtonStyle.Secondary;
  return { ...common, style, custom_id: id };
}

/** Rows of buttons; Discord refuses a message in which two buttons have one id. */
export function rowsOf(actions: readonly Action[], taken: Set<string>): APIActionRowComponent<APIButtonComponent>[] {
  const buttons = actions.flatMap((action) => {
    const button = buttonOf(action);
    if (button === null) return [];
    if ('custom_id' in button) {
      if (taken.has(button.custom_id)) return [];
      taken.add(button.custom_id);
    }
    return [button];
  });
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.rowButtons)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.rowButtons) });
  return rows;
}

/** How far each receipt is written out. */
export type ReachOf = (mark: Mark) => Reach;

export const written = (markup: Markup, reachOf: ReachOf): string =>
  markup.map((piece) => (typeof piece === 'string' ? piece : markOf(piece, reachOf(piece)))).join('');

export const attachmentName = (index: number): string => `chart-${index + 1}.png`;

type Told = Extract<Part, { readonly kind: 'text' | 'story' }>;
/** Pieces of text that stand together in one component. */
type Run = { readonly kind: 'run'; readonly pieces: Told[] };

/** The headline among these words whose address has no room in them: a button beside them opens it. */
function buttoned(text: Markup, reachOf: ReachOf): string | null {
  for (const piece of text)
    if (typeof piece !== 'string' && 'headline' in piece && reachOf(piece) === 'number') return piece.address;
  return null;
}

function runsOf(parts: readonly Part[], reachOf: ReachOf): (Run | Exclude<Part, Told>)[] {
  const runs: (Run | Exclude<Part, Told>)[] = [];
  for (const part of parts) {
    if (part.kind !== 'text' && part.kind !== 'story') {
      runs.push(part);
      continue;
    }
    const open = runs.at(-1);
    // Air between headlines: a story begins a component of its own.
    const begins = part.kind === 'story' || part.apart || buttoned(part.text, reachOf) !== null;
    if (open?.kind === 'run' && !begins) open.pieces.push(part);
    else runs.push({ kind: 'run', pieces: [part] });
  }
  return runs;
}

const FENCE = '```';

function contentOf(pieces: readonly Told[], reachOf: ReachOf): string {
  const lines: string[] = [];
  let fence: number | null = null;
  for (const piece of pieces) {
    const own = piece.kind === 'text' ? piece.fence : null;
    if (own !== fence && fence !== null) lines.push(FENCE);
    if (own !== fence && own !== null) lines.push(FENCE);
    fence = own;
    lines.push(written(piece.text, reachOf));
  }
  return [...lines, ...(fence === null ? [] : [FENCE])].join('\n');
}

/** Words, with a button beside them that opens what they cannot. */
function textOf(pieces: readonly Told[], reachOf: ReachOf, label: string): APIComponentInContainer {
  const text = { type: ComponentType.TextDisplay, content: contentOf(pieces, reachOf) } as const;
  const url = pieces[0] === undefined ? null : buttoned(pieces[0].text, reachOf);
  if (url === null) return text;
  const accessory = { type: ComponentType.Button, style: ButtonStyle.Link, label, url } as const;
  return { type: ComponentType.Section, components: [text], accessory };
}

function galleryOf(alt: string, index: number): APIComponentInContainer {
  const description = shortened(harmless(alt), LIMITS.altText) || 'A chart';
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${attachmentName(index)}` }, description }],
  };
}

/** Parts as one Container. `id` names the message, so that it can be found again; `read` stands on the buttons that open articles. */
export function containerOf(
  parts: readonly Part[],
  reachOf: ReachOf,
  id: number | null,
  read: string,
): APIContainerComponent {
  const taken = new Set<string>();
  let charts = 0;
  const componentsOf = (run: Run | Exclude<Part, Told>): readonly APIComponentInContainer[] => {
    switch (run.kind) {
      case 'run':
        return [textOf(run.pieces, reachOf, read)];
      case 'separator':
        return [{ type: ComponentType.Separator }];
      case 'chart':
        charts += 1;
        return [galleryOf(run.series.alt, charts - 1)];
      case 'actions':
        return rowsOf(run.actions, taken);
    }
  };
  const components = runsOf(parts, reachOf).flatMap(componentsOf);
  return { type: ComponentType.Container, accent_color: ACCENT, ...(id === null ? {} : { id }), components };
}

export type Size = { readonly characters: number; readonly bytes: number; readonly components: number };

/** What a message takes of Discord's limits: nested components count, and so do the addresses of masked links. */
export function sizeOf(container: APIContainerComponent): Size {
  let characters = 0;
  let bytes = 0;
  let count = 1;
  const display = (content: string): void => {
    characters += content.length;
    bytes += Buffer.byteLength(content) + LIMITS.displayBytes;
    count += 1;
  };
  for (const component of container.components) {
    switch (component.type) {
      case ComponentType.TextDisplay:
        display(component.content);
        break;
      case ComponentType.Section:
        for (const { content } of component.components) display(content);
        count += 2;
        break;
      case ComponentType.ActionRow:
        count += 1 + component.components.length;
        break;
      default:
        count += 1;
    }
  }
  return { characters, bytes, components: count };
}
