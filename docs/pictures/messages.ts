/** What platforms show of a document, as pages that hold one message and nothing else. */
import { readFileSync } from 'node:fs';
import { html, raw } from 'hono/html';
import { modal } from '../../adapters/slack/form.ts';
import { render, renderView } from '../../adapters/slack/render.ts';
import type { Content } from '../../adapters/web/inline.ts';
import { discordLook } from '../../adapters/web/looks/discord.ts';
import { slackFormLook, slackLook } from '../../adapters/web/looks/slack.ts';
import { ENGLISH } from '../../src/locale/index.ts';
import type { Document, Form } from '../../src/model.ts';
import { listening } from '../../test/adapters/discord/handlers.ts';
import { inTown } from '../../test/adapters/discord/started.ts';
import { openTown, type Sent } from '../../test/adapters/discord/town.ts';

const STYLE = readFileSync(new URL('../../adapters/web/looks.css', import.meta.url), 'utf8');

const pageOf = async (content: Content): Promise<string> => {
  const page =
    await html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${raw(STYLE)}body{margin:0}</style><body><div class="message">${content}</div></body></html>`;
  return page.toString();
};

/** A message of Slack's. */
export const slackPage = (document: Document): Promise<string> => pageOf(slackLook(render(document), []));

/** The app's Home in Slack. */
export const slackHomePage = (document: Document): Promise<string> =>
  pageOf(slackLook({ blocks: renderView(document) }, []));

/** A form of Slack's. */
export const slackFormPage = (form: Form): Promise<string> =>
  pageOf(slackFormLook(modal(form, { channel: null, thread: null }, ENGLISH.platforms)));

async function sentOf(document: Document): Promise<Sent> {
  const town = await openTown();
  const platform = inTown(town);
  try {
    await platform.start(listening());
    const place = { workspace: `discord:${town.guild}`, channel: town.channels.general, thread: null };
    const result = await platform.post(place, document, 'picture');
    const sent = town.requests.findLast(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    if (result.kind !== 'sent' || sent === undefined) throw new Error('the counterpart took no message');
    return sent;
  } finally {
    await platform.stop();
    await town.close();
  }
}

/** A message of Discord's: posted over the real client to a counterpart of Discord's, and drawn from the body that was sent. */
export async function discordPage(document: Document): Promise<string> {
  const { body, files } = await sentOf(document);
  const pictures = Object.values(files).map(
    (data) => html`<img alt="" src="data:image/png;base64,${data.toString('base64')}">`,
  );
  return pageOf(discordLook(body, pictures));
}
