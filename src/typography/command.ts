import type { Inline } from '../model.ts';

export type Command = Extract<Inline, { kind: 'command' }>;

/** The name that a chat platform knows the command by. */
export const nameOf = ({ admin }: Command): string => (admin ? 'debrief-admin' : 'debrief');

/** A command as it is typed in a chat: `/debrief story 1`. */
export const typedInChat = (piece: Command): string => `/${nameOf(piece)} ${piece.text}`;
