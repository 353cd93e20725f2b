/** What waits to be done in a transaction. */
type Waiting<On> = {
  readonly run: (on: On) => Promise<void>;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
};

/** So many at most, so that others who write have their turn. */
const TOGETHER = 10;

/**
 * Does work that waits for its turn together with what is asked for meanwhile, in one transaction (`transact`): to begin and end one takes as long as
 * most of what is done in it. Each resolves when all of them are kept. Where one fails none is, and each is done again by itself, for
 * it to fail alone: work may be done twice, and leaves nothing elsewhere.
 */
export function grouped<On>(
  transact: (work: (on: On) => Promise<void>) => Promise<void>,
): <T>(work: (on: On) => Promise<T>) => Promise<T> {
  const waiting: Waiting<On>[] = [];
  let isBusy = false;

  const doGroup = async (first: Waiting<On>): Promise<void> => {
    const group = [first];
    try {
      await transact(async (on) => {
        await first.run(on);
        for (
          let one = waiting.shift();
          one !== undefined;
          one = group.length < TOGETHER ? waiting.shift() : undefined
        ) {
          group.push(one);
          await one.run(on);
        }
      });
      for (const { kept } of group) kept();
    } catch (error) {
      if (group.length === 1) return first.failed(error);
      for (const { run, kept, failed } of group) await transact(run).then(kept, failed);
    }
  };

  const next = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) await doGroup(first);
    isBusy = false;
  };

  return (work) =>
    new Promise((resolve, reject) => {
      let done: (() => void) | null = null;
      const run = async (on: On): Promise<void> => {
        const value = await work(on);
        done = () => resolve(value);
      };
      waiting.push({ run, kept: () => done?.(), failed: reject });
      void next();
    });
}
