const HIDDEN = '[hidden]';

/** Secrets by their shape, wherever they stand: in a message, an address, a header, a stack. Each is linear in the text. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Slack: bot, user, app and refresh tokens; webhook addresses.
  [/\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[A-Za-z0-9-]{6,}/g, HIDDEN],
  [/(\bhooks\.slack\.com\/)[^\s"'\\<>]+/g, `$1${HIDDEN}`],
  // Discord: bot tokens (id, time, signature), webhook and interaction addresses, which hold a token.
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,45}\b/g, HIDDEN],
  [/(\/(?:webhooks|interactions)\/\d{1,20}\/)[^\s"'\\<>/?]+/g, `$1${HIDDEN}`],
  [/\bsk-[A-Za-z0-9_-]{12,}/g, HIDDEN],
  [/\b(Bearer|Basic|Bot) [A-Za-z0-9._~+/=-]{8,}/g, `$1 ${HIDDEN}`],
  // Names and passwords before a host; secrets in a query.
  [/(\b[a-z][a-z0-9+]{1,12}:\/\/)[^\s"'\\/@]{1,200}@/g, `$1${HIDDEN}@`],
  [
    /([?&](?:access_token|token|api_?key|key|secret|client_secret|signature|sig|auth|password|code)=)[^&\s"'\\#]+/gi,
    `$1${HIDDEN}`,
  ],
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
