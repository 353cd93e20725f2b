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

/** The same for what is said to the bot, without the mention of the bot itself. */
export function typedWords(text: string, botUser: string): string {
  return typedLine(text)
    .replace(new RegExp(`<@${botUser}(?:\\|[^<>]{0,100})?>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Channels in a line that come without their names (private ones, those of a form): `<#C1>`, `<#C1|>`. */
export const namelessChannels = (line: string): readonly string[] => [
  ...new Set(Array.from(line.matchAll(/<#([A-Z0-9]{1,30})\|?>/g), ([, id = '']) => id)),
];

/** A line whose channels have their names, where these are known. */
export const withChannelNames = (line: string, names: ReadonlyMap<string, string>): string =>
  line.replace(/<#([A-Z0-9]{1,30})\|?>/g, (mention, id: string) => {
    const name = names.get(id);
    return name === undefined ? mention : `<#${id}|${name}>`;
  });
