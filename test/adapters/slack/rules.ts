/** Slack's own checks of what it is sent, as its Block Kit reference tells them: written apart from the adapter's limits. */
import { z } from 'zod';

const Json = z.record(z.string(), z.unknown());

/** Every object within a value, depth first. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const entry of value) yield* objects(entry);
  else if (value !== null && typeof value === 'object') {
    const object = Json.parse(value);
    yield object;
    for (const entry of Object.values(object)) yield* objects(entry);
  }
}

const length = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): unknown => (Json.safeParse(value).success ? Json.parse(value).text : undefined);

function blockFaults(block: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, what: string): void => {
    if (!holds) faults.push(`${String(block.type)}: ${what}`);
  };
  const elements = listOf(block.elements);
  switch (block.type) {
    case 'header':
      need(length(textOf(block.text)) >= 1 && length(textOf(block.text)) <= 150, 'text of 1 to 150');
      break;
    case 'section':
      need(length(textOf(block.text)) <= 3_000, 'text of at most 3,000');
      need(listOf(block.fields).length <= 10, 'at most 10 fields');
      break;
    case 'context':
      need(elements.length >= 1 && elements.length <= 10, '1 to 10 elements');
      for (const element of elements)
        need(length(textOf(element)) >= 1 && length(textOf(element)) <= 3_000, 'element text');
      break;
    case 'actions':
      need(elements.length >= 1 && elements.length <= 25, '1 to 25 elements');
      break;
    case 'button':
      need(length(textOf(block.text)) >= 1 && length(textOf(block.text)) <= 75, 'text of 1 to 75');
      need(length(block.value) <= 2_000, 'value of at most 2,000');
      need(length(block.url) <= 3_000, 'url of at most 3,000');
      need(length(block.action_id) >= 1 && length(block.action_id) <= 255, 'action_id of 1 to 255');
      break;
    case 'table': {
      const rows = listOf(block.rows).map(listOf);
      need(rows.length >= 1 && rows.length <= 100, '1 to 100 rows');
      need(
        rows.every((row) => row.length >= 1 && row.length <= 20),
        '1 to 20 columns',
      );
      need(
        rows.every((row) => row.length === rows[0]?.length),
        'rows of one length',
      );
      need(listOf(block.column_settings).length <= 20, 'at most 20 column settings');
      break;
    }
    case 'data_table': {
      const rows = listOf(block.rows).map(listOf);
      need(rows.length >= 2 && rows.length <= 101, '2 to 101 rows');
      need(
        rows.every((row) => row.length >= 1 && row.length <= 20 && row.length === rows[0]?.length),
        'rows of one length, 1 to 20 columns',
      );
      need(
        (rows[0] ?? []).every((cell) => Json.parse(cell).type !== 'rich_text'),
        'no rich text in its head',
      );
      need(length(block.caption) >= 1, 'a caption');
      need(Number(block.page_size) >= 1 && Number(block.page_size) <= 100, 'page_size of 1 to 100');
      need(wordsIn(rows) <= 10_000, 'at most 10,000 characters');
      break;
    }
    case 'raw_text':
      need(length(block.text) >= 1, 'some text');
      break;
    case 'rich_text':
    case 'rich_text_section':
    case 'rich_text_list':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      need(elements.length >= 1, 'at least one element');
      break;
    case 'text':
      need(length(block.text) >= 1, 'some text');
      break;
    case 'link':
      need(/^https?:\/\//.test(String(block.url)) && length(block.url) <= 3_000, 'a web address');
      break;
    case 'data_visualization': {
      need(length(block.title) >= 1 && length(block.title) <= 50, 'title of 1 to 50');
      const chart = Json.parse(block.chart);
      const categories = listOf(Json.parse(chart.axis_config).categories);
      need(
        categories.every((label) => length(label) >= 1 && length(label) <= 20),
        'labels of 1 to 20',
      );
      need(
        new Set(categories).size === categories.length && categories.length <= 20,
        'at most 20 categories, each once',
      );
      need(listOf(chart.series).length >= 1 && listOf(chart.series).length <= 6, '1 to 6 series');
      for (const series of listOf(chart.series)) {
        need(listOf(Json.parse(series).data).length === categories.length, 'a point for each category');
      }
      break;
    }
  }
  return faults;
}

const count = (blocks: readonly unknown[], type: string): number =>
  [...objects(blocks)].filter((object) => object.type === type).length;

function wordsIn(blocks: readonly unknown[]): number {
  let words = 0;
  for (const object of objects(blocks)) if (typeof object.text === 'string') words += object.text.length;
  return words;
}

/** What Slack would refuse a message for; empty when it takes it. */
export function messageFaults(text: unknown, blocks: readonly unknown[]): string[] {
  const faults = [...objects(blocks)].flatMap(blockFaults);
  if (length(text) < 1 || length(text) > 4_000) faults.push('text of 1 to 4,000');
  if (blocks.length > 50) faults.push(`${blocks.length} blocks`);
  if (count(blocks, 'table') + count(blocks, 'data_table') > 1) faults.push('more than one table');
  if (count(blocks, 'data_visualization') > 2) faults.push('more than two charts');
  if (wordsIn(blocks) > 10_000) faults.push(`msg_blocks_too_long: ${wordsIn(blocks)}`);
  const ids = [...objects(blocks)].flatMap(({ type, action_id }) => (type === 'button' ? [action_id] : []));
  // Within one block; a message of ours has one block of buttons.
  for (const block of blocks) {
    const own = [...objects(block)].flatMap(({ type, action_id }) => (type === 'button' ? [action_id] : []));
    if (new Set(own).size !== own.length) faults.push(`an action_id twice among ${ids.join(', ')}`);
  }
  return faults;
}

/** What Slack would refuse an upload for; a field that it does not know it leaves unread, and a picture is without words. */
export function uploadFaults(fields: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  if (length(fields.filename) < 1) faults.push('a filename');
  if (length(fields.alt_txt) > 1_000) faults.push('alt_txt of at most 1,000');
  if ('alt_text' in fields) faults.push('alt_text is no field');
  return faults;
}

/** What Slack would refuse a modal or a home page for. */
export function viewFaults(given: unknown): string[] {
  const view = Json.parse(given);
  const blocks = listOf(view.blocks);
  const faults = [...objects(blocks)].flatMap(blockFaults);
  if (blocks.length < 1 || blocks.length > 100) faults.push(`${blocks.length} blocks`);
  if (['table', 'data_table', 'data_visualization'].some((type) => count(blocks, type) > 0))
    faults.push('a table or a chart in a view');
  if (view.type === 'modal') {
    if (length(textOf(view.title)) < 1 || length(textOf(view.title)) > 24) faults.push('title of 1 to 24');
    if (view.submit !== undefined && length(textOf(view.submit)) > 24) faults.push('submit of at most 24');
    if (length(view.private_metadata) > 3_000) faults.push('private_metadata of at most 3,000');
  }
  return faults;
}

/** All that markup could act through: mrkdwn objects and mentions. */
export function mentionsIn(text: string, blocks: readonly unknown[]): string[] {
  const found: string[] = [];
  const mention = /<(?:[!@#](?!date\^)[^>]*)>/g;
  found.push(...(text.match(mention) ?? []));
  for (const object of objects(blocks)) {
    if (object.type === 'mrkdwn') found.push(...(String(object.text).match(mention) ?? []));
    if (['broadcast', 'user', 'usergroup', 'channel', 'team'].includes(String(object.type)))
      found.push(String(object.type));
  }
  return found;
}
