import type { Document } from '../../../src/model.ts';
import type { CommandSpec, Reply } from '../../../src/ports/platform.ts';
import { LIMITS } from '../limits.ts';

const VERB = 'share:';

/** What everybody may ask is fit for everybody's eyes; help is not worth them. */
export function mayShare(commands: readonly CommandSpec[], line: string): boolean {
  const words = line.toLowerCase().split(/\s+/);
  const spec = commands.find(({ path }) => path.every((part, index) => words[index] === part));
  return spec?.audience === 'everyone' && spec.path[0] !== 'help';
}

/** An answer that one person sees gets a button that shows it to the channel: its value is what was asked. */
export function shareable(reply: Reply, line: string, channel: string | null, label: string): Reply {
  const id = `${VERB}${line}`;
  if (!reply.ok || reply.audience !== 'asker' || channel === null || id.length > LIMITS.buttonValue) return reply;
  const { blocks } = reply.document;
  const share = { kind: 'press', id, label } as const;
  const last = blocks.at(-1);
  const shown =
    last?.kind === 'actions'
      ? [...blocks.slice(0, -1), { ...last, actions: [...last.actions, share] }]
      : [...blocks, { kind: 'actions' as const, actions: [share] }];
  return { ...reply, document: { ...reply.document, blocks: shown } };
}

/** The command line of a share button, or null for any other button. */
export const sharedLine = (id: string): string | null => (id.startsWith(VERB) ? id.slice(VERB.length) : null);

/** The answer as the channel sees it: what was asked, and who shares it (`by`). */
export function shared(document: Document, by: string): Document {
  return { ...document, blocks: [...document.blocks, { kind: 'context', content: [{ kind: 'text', text: by }] }] };
}
