import type { Log } from '../../src/ports/log.ts';
import type { Asker } from './answer.ts';
import { failureOf } from './outcome.ts';

/**
 * Says below somebody's question that it is being looked into, until the answer is there; a status goes by itself after two minutes
 * (docs.slack.dev/reference/methods/assistant.threads.setStatus). Where Slack shows no status, the answer comes all the same, and no later.
 */
export async function whileWorking<T>(
  { log }: { readonly log: Log },
  { client: { web }, words }: Asker,
  { channel, thread }: { readonly channel: string; readonly thread: string },
  work: () => Promise<T>,
): Promise<T> {
  const show = async (status: string, loading: readonly string[]): Promise<boolean> => {
    try {
      const messages = loading.length === 0 ? {} : { loading_messages: [...loading] };
      await web.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status, ...messages });
      return true;
    } catch (error) {
      log.debug({ reason: failureOf(error).reason }, 'Slack shows no status');
      return false;
    }
  };
  const shown = show(words.working, words.workingOn);
  try {
    return await work();
  } finally {
    // An answer in the thread ends it; one for the asker's eyes alone does not. In its order, and held up by nobody.
    void shown.then((isShown) => (isShown ? show('', []) : false));
  }
}
