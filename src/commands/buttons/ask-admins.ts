import { text } from '../../document/inline.ts';
import { ENGLISH, wordsIn } from '../../locale/index.ts';
import type { Document } from '../../model.ts';
import type { Button } from '../action.ts';
import { refusal, toAsker } from '../command.ts';
import { said } from '../said.ts';

/** What the admins are sent: who asks, and the form that sets a channel up. They may be several, of any language. */
function request(name: string): Document {
  const { talk } = ENGLISH;
  const summary = talk.asksAdmins(name);
  return {
    summary,
    blocks: [
      { kind: 'paragraph', content: [text(summary)] },
      { kind: 'actions', actions: [{ kind: 'form', id: 'schedule', label: talk.chooseAChannel }] },
    ],
    thread: [],
  };
}

/** Somebody who may not set a channel up asks those who may; once a day. */
export const askAdmins: Button = {
  verb: 'ask-admins',
  audience: 'everyone',
  async press(_argument, { workspace, user, language }, world) {
    const { talk } = wordsIn(language);
    const day = world.clock.now().toISOString().slice(0, 10);
    const isTold = await world.delivering.tell(workspace, `asks:${user.id}:${day}`, request(user.name ?? user.id));
    return isTold ? toAsker(said(talk.adminsAsked)) : refusal(said(talk.adminsAway));
  },
};
