import type { Http } from '../ports/http.ts';

/** How many requests may be under way at one host. */
export const AT_A_TIME = 2;

/** The same Http with at most two requests at a time to a host; the others wait their turn. One for the whole process. */
export function perHost(http: Http, atATime = AT_A_TIME): Http {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  const enter = async (host: string): Promise<void> => {
    const count = running.get(host) ?? 0;
    if (count < atATime) {
      running.set(host, count + 1);
      return;
    }
    const queue = waiting.get(host) ?? [];
    waiting.set(host, queue);
    // Whoever leaves hands its place over, so that the count stays.
    await new Promise<void>((resolve) => queue.push(resolve));
  };

  const leave = (host: string): void => {
    const next = waiting.get(host)?.shift();
    if (next !== undefined) {
      next();
      return;
    }
    waiting.delete(host);
    const count = (running.get(host) ?? 1) - 1;
    if (count === 0) running.delete(host);
    else running.set(host, count);
  };

  return {
    async get(request) {
      const host = URL.parse(request.url)?.host ?? '';
      await enter(host);
      try {
        return await http.get(request);
      } finally {
        leave(host);
      }
    },
  };
}
