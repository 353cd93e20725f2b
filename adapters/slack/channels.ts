import type { Client } from './access.ts';
import { namelessChannels, withChannelNames } from './typed.ts';

/** A line in which each channel has its name, `<#C1|infra>`, as far as Slack tells the names. */
export async function named(line: string, { web }: Client): Promise<string> {
  const names = new Map<string, string>();
  for (const id of namelessChannels(line).slice(0, 5)) {
    const info = await web.conversations.info({ channel: id }).catch(() => null);
    const name = info?.channel?.name;
    if (name !== undefined) names.set(id, name);
  }
  return withChannelNames(line, names);
}
