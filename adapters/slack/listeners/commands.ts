import type { App } from '@slack/bolt';
import { named } from '../channels.ts';
import { COMMANDS } from '../manifest.ts';
import { typedLine } from '../typed.ts';
import type { Desk, From } from './desk.ts';
import { mayShare, shareable } from './share.ts';

/** `/debrief` and `/debrief-admin`: both take every command; who may run it is the command's own matter. */
export function listenToCommands(app: App, desk: Desk): void {
  for (const { command } of COMMANDS) {
    app.command(command, async ({ ack, command: given, body, respond }) => {
      await ack();
      const typed = typedLine(given.text ?? '');
      const from: From = {
        team: await desk.whose(body),
        user: given.user_id,
        channel: given.channel_id,
        // A private channel has no name here.
        ...(given.channel_name === 'privategroup' ? {} : { channelName: given.channel_name }),
        thread: undefined,
        respond,
      };
      await desk.serve(from, `${command} ${typed}`, async ({ context, asker }) => {
        const line = await named(typed, asker.client);
        const reply = await desk.handlers.text(context, line);
        return mayShare(desk.handlers.commands, line)
          ? shareable(reply, line, context.channel, asker.words.share)
          : reply;
      });
    });
  }
}
