/** What others must not read: secrets in a text by their shape, and feed addresses that let in whoever has them. */
import type { Feed } from './model.ts';

const HIDDEN = '[hidden]';

/** Names of parameters and fields whose value is nobody else's. */
const NAME = String.raw`[\w.-]{0,40}(?:token|secret|passw|pwd|signature|credential|auth(?!or)|api_?key|access_?key|session|jwt)[\w.-]{0,40}`;
const EXACT = 'key|sig|code|sid|pass|k';

/** Each is linear in the text. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Slack: bot, user, app and refresh tokens; webhook addresses.
  [/\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[A-Za-z0-9-]{6,}/g, HIDDEN],
  [/(\bhooks\.slack\.com\/)[^\s"'\\<>]+/g, `$1${HIDDEN}`],
  // Discord: bot tokens (id, time, signature), webhook and interaction addresses, which hold a token.
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,45}\b/g, HIDDEN],
  [/(\/(?:webhooks|interactions)\/\d{1,20}\/)[^\s"'\\<>/?]+/g, `$1${HIDDEN}`],
  // Models, GitLab, GitHub, AWS, and JSON Web Tokens (RFC 7519).
  [/\bsk-[A-Za-z0-9_-]{12,}/g, HIDDEN],
  [/\b(?:gl[a-z]{1,5}-|gh[a-z]_|github_pat_)[A-Za-z0-9_-]{12,}/g, HIDDEN],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, HIDDEN],
  [/\beyJ(?:\w|-(?!eyJ)){6,}\.[\w-]{6,}\.[\w-]{4,}/g, HIDDEN],
  [/\b(Bearer|Basic|Bot) [A-Za-z0-9._~+/=-]{8,}/g, `$1 ${HIDDEN}`],
  // Names and passwords before a host; secrets in a query or a fragment; what a path says is private.
  [/(\b[a-z][a-z0-9+]{1,12}:\/\/)[^\s"'\\/@]{1,200}@/g, `$1${HIDDEN}@`],
  [new RegExp(String.raw`([?&;#](?:${NAME}|${EXACT})=)[^&\s"'\\#]+`, 'gi'), `$1${HIDDEN}`],
  // Links to pages.
  [/(\/p\/)[\w-]{8,}\.[\w-]{16}(?![\w-])/g, `$1${HIDDEN}`],
  [/(\/(?:private|secret|token|auth|key)\/)[^\s"'\\<>/?#]+/gi, `$1${HIDDEN}`],
  // Fields whose name says what they hold.
  [
    /("[^"\\]{0,30}(?:token|secret|password|authorization|cookie|api_?key)[^"\\]{0,10}":)"(?:[^"\\]|\\.)*"/gi,
    `$1"${HIDDEN}"`,
  ],
];

/** The text without what must not be read in a log. */
export function redact(text: string): string {
  return SHAPES.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text);
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Letters and digits as a machine draws them, not as people name things: long, and changing from one to the other often. */
function looksDrawn(part: string): boolean {
  if (UUID.test(part)) return true;
  return part.split(/[-_.~+=]/).some((run) => {
    const changes = run.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)|[a-z](?=[A-Z])/g)?.length ?? 0;
    return run.length >= 16 && changes >= 4;
  });
}

/** Whether an address lets in whoever has it: by a password, a parameter or a path that was drawn for somebody. */
export function opensDoors(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, searchParams, username } = new URL(address);
  const parts = [...pathname.split('/'), ...searchParams.values()];
  return username !== '' || redact(address) !== address || parts.some(looksDrawn);
}

/** An address as others may read it: whole, or its host alone. */
export function shownAddress(address: string): string {
  return opensDoors(address) ? new URL(address).host : address;
}

type Named = Pick<Feed, 'url' | 'owner'>;

/** A feed's address as others may read it: that of a private feed is its host alone. */
export function feedAddress({ url, owner }: Named): string {
  return owner !== null && URL.canParse(url) ? new URL(url).host : shownAddress(url);
}

/** What people call a feed. */
export function feedName(feed: Pick<Feed, 'title' | 'publisher'> & Named): string {
  return feed.title ?? feed.publisher ?? feedAddress(feed);
}

/** What a feed's name leads to: its address, or where that is nobody else's its site; null for neither. */
export function feedLink(feed: Pick<Feed, 'site'> & Named): string | null {
  const address = feedAddress(feed);
  if (URL.canParse(address)) return address;
  return feed.site === null || opensDoors(feed.site) ? null : feed.site;
}
