import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.ts';
import { diagnose } from '../../src/cli/doctor.ts';
import { readConfig } from '../../src/config.ts';
import { quiet } from '../samples.ts';
import { virtualClock } from '../virtual-clock.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of close.splice(0).reverse()) await end();
});

/** What `doctor` says of a model behind a server that answers so. */
async function model(status: number, answer: (asked: string) => object): Promise<{ state?: string; words?: string }> {
  const server = createServer(async (request, response) => {
    let asked = '';
    for await (const chunk of request) asked += chunk;
    const body = answer(asked);
    response.writeHead('error' in body ? Math.max(status, 400) : status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const config = readConfig({ OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, DEBRIEF_MODEL: 'llama' });
  const clock = virtualClock('2026-11-24T08:30:00.000Z');
  const app = await openApp({ config, clock, log: quiet, random: () => 0.5, database: ':memory:' });
  close.push(() => app.close());
  const findings = await diagnose(app, []);
  return findings.find(({ part }) => part === 'Model') ?? {};
}

describe('what doctor says of the model', () => {
  it('comes of one real request: who answered, and what its server does not take', async () => {
    const said = { choices: [{ message: { content: '{"word": "here"}' } }], model: 'llama-3-8b' };
    const { state, words } = await model(200, (asked) =>
      asked.includes('json_schema') ? { error: { message: 'json_schema is not supported' } } : said,
    );
    expect(state).toBe('fine');
    expect(words).toMatch(/llama-3-8b answered in \d+\.\d s; its server takes: JSON mode instead of schemas/);
  });

  it('is the server’s own words where it refuses', async () => {
    const { state, words } = await model(404, () => ({
      error: { message: 'model "llama" not found, try pulling it' },
    }));
    expect(state).toBe('missing');
    expect(words).toContain('“model "llama" not found, try pulling it”; check DEBRIEF_MODEL and OPENAI_BASE_URL');
  });
});
