const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);

/**
 * What a person typed, from the markup that Slack makes of it (docs.slack.dev/messaging/formatting-message-text): links
 * are addresses again; channels stay `<#C1|name>`, which commands know.
 */
export function typedLine(text: string): string {
  const plain = text
    .replace(/<(https?:[^|<>\s]{1,3000})(?:\|[^<>]{0,3000})?>/g, '$1')
    .replace(/<mailto:[^|<>]{1,300}\|([^<>]{1,300})>/g, '$1');
  return unescaped(plain).trim();
}

/** The same for a question, without the mention of the bot itself, and with names where Slack has ids. */
export function typedQuestion(text: string, botUser: string): string {
  return typedLine(text)
    .replaceAll(`<@${botUser}>`, ' ')
    .replace(/<#[A-Z0-9]{1,30}\|([^<>]{0,100})>/g, '#$1')
    .replace(/\s+/g, ' ')
    .trim();
}
