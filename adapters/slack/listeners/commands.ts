import type { App } from '@slack/bolt';
import { COMMANDS } from '../manifest.ts';
import { typedLine } from '../typed.ts';
import type { Desk } from './desk.ts';
import { shareable } from './share.ts';

/** `/debrief` and `/debrief-admin`: both take every command; who may run it is the command's own matter. */
export function listenToCommands(app: App, desk: Desk): void {
  for (const { command } of COMMANDS) {
    app.command(command, async ({ ack, command: given, respond }) => {
      await ack();
      const line = typedLine(given.text ?? '');
      const from = { team: given.team_id, user: given.user_id, channel: given.channel_id, thread: undefined, respond };
      await desk.serve(from, `${command} ${line}`, async ({ context }) => {
        const reply = await desk.handlers.text(context, line);
        return shareable(reply, line, context.channel);
      });
    });
  }
}
