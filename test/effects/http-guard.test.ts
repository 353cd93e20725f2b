import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../src/effects/http.ts';
import { FetchError } from '../../src/errors.ts';
import type { HttpResponse } from '../../src/ports/http.ts';

/** Every address leads somewhere in this table, as a resolver would answer; nothing here asks the network. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'loopback.example': ['127.0.0.1'],
  'loopback6.example': ['::1'],
  'private.example': ['10.1.2.3'],
  'mixed.example': ['93.184.216.34', '192.168.1.1'],
  'metadata.example': ['169.254.169.254'],
  'carrier.example': ['100.64.0.7'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'unique-local.example': ['fd12:3456::1'],
};

const http = createHttp({
  userAgent: 'debrief-test',
  allowHosts: [],
  resolver: async (hostname) =>
    (NAMES[hostname.replace(/\.$/, '')] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
afterAll(() => http.close());

async function refusal(url: string): Promise<FetchError> {
  const outcome: HttpResponse | FetchError = await http
    .get({ url, maxBytes: 1000, timeoutMs: 2000 })
    .catch((error: unknown) => (error instanceof FetchError ? error : Promise.reject(error)));
  if (!(outcome instanceof FetchError)) throw new Error(`${url} was let through`);
  return outcome;
}

const LOOPBACK = /loopback/;
const PRIVATE = /private network/;
const LINK_LOCAL = /link-local/;
const RESERVED = /reserved address/;
const DISGUISED = /disguised spelling/;
const MULTICAST = /multicast/;
const MAPPED = /written as IPv6/;
const NAT64 = /NAT64/;
const PORT = /port \d+ is not read/;
const SCHEME = /are not read/;
const CREDENTIALS = /user name or password/;
const NO_ADDRESS = /not an address/;

const TABLE: readonly (readonly [address: string, reason: RegExp])[] = [
  ['http://127.0.0.1/', LOOPBACK],
  ['http://127.1.2.3/feed', LOOPBACK],
  ['https://127.0.0.1:8443/', LOOPBACK],
  ['http://[::1]/', LOOPBACK],
  ['http://[0:0:0:0:0:0:0:1]/', LOOPBACK],
  ['http://10.0.0.1/', PRIVATE],
  ['http://10.255.255.255/', PRIVATE],
  ['http://172.16.0.1/', PRIVATE],
  ['http://172.31.255.254/', PRIVATE],
  ['http://192.168.0.1/', PRIVATE],
  ['http://[fc00::1]/', PRIVATE],
  ['http://[fd00:ec2::254]/', PRIVATE],
  ['http://169.254.169.254/latest/meta-data/', LINK_LOCAL],
  ['http://169.254.0.1/', LINK_LOCAL],
  ['http://[fe80::1]/', LINK_LOCAL],
  ['http://100.64.0.1/', /carrier/],
  ['http://100.100.100.200/', /carrier/],
  ['http://100.127.255.254/', /carrier/],
  ['http://168.63.129.16/', /cloud/],
  ['http://0.0.0.0/', /unspecified/],
  ['http://[::]/', /unspecified/],
  ['http://0.1.2.3/', /unspecified|reserved/],
  ['http://255.255.255.255/', /broadcast/],
  ['http://224.0.0.1/', MULTICAST],
  ['http://239.255.255.250/', MULTICAST],
  ['http://[ff02::1]/', MULTICAST],
  ['http://192.0.2.1/', RESERVED],
  ['http://198.51.100.7/', RESERVED],
  ['http://203.0.113.9/', RESERVED],
  ['http://192.0.0.8/', RESERVED],
  ['http://198.18.0.1/', RESERVED],
  ['http://240.0.0.1/', RESERVED],
  ['http://192.88.99.1/', RESERVED],
  ['http://[2001:db8::1]/', RESERVED],
  ['http://[100::1]/', RESERVED],
  ['http://[fec0::1]/', RESERVED],
  ['http://[::127.0.0.1]/', RESERVED],
  ['http://[::7f00:1]/', RESERVED],
  ['http://[4000::1]/', RESERVED],
  ['http://[2001::1]/', /Teredo/],
  ['http://[2002:7f00:1::]/', /6to4/],
  ['http://[::ffff:127.0.0.1]/', MAPPED],
  ['http://[::ffff:7f00:1]/', MAPPED],
  ['http://[::ffff:8.8.8.8]/', MAPPED],
  ['http://[64:ff9b::7f00:1]/', NAT64],
  ['http://[64:ff9b::808:808]/', NAT64],
  ['http://2130706433/', DISGUISED],
  ['http://0x7f000001/', DISGUISED],
  ['http://0x7f.0.0.1/', DISGUISED],
  ['http://0177.0.0.1/', DISGUISED],
  ['http://017700000001/', DISGUISED],
  ['http://127.1/', DISGUISED],
  ['http://127.0.1/', DISGUISED],
  ['http://134744072/', DISGUISED],
  ['http://１２７.０.０.１/', DISGUISED],
  ['http://%31%32%37.0.0.1/', DISGUISED],
  ['http://8.8.8.8:22/', PORT],
  ['http://feeds.example:25/', PORT],
  ['https://feeds.example:6379/', PORT],
  ['http://feeds.example:8081/', PORT],
  ['ftp://feeds.example/feed', SCHEME],
  ['file:///etc/passwd', SCHEME],
  ['gopher://feeds.example/', SCHEME],
  ['data:text/xml,<rss/>', SCHEME],
  ['javascript:alert(1)', SCHEME],
  ['http://user:secret@feeds.example/', CREDENTIALS],
  ['http://user@feeds.example/', CREDENTIALS],
  ['https://:secret@feeds.example/', CREDENTIALS],
  ['not an address', NO_ADDRESS],
  ['http://', NO_ADDRESS],
  ['http://loopback.example/', LOOPBACK],
  ['http://loopback.example./', LOOPBACK],
  ['http://loopback6.example/', LOOPBACK],
  ['http://private.example:8080/', PRIVATE],
  ['http://mixed.example/', PRIVATE],
  ['http://metadata.example/', LINK_LOCAL],
  ['http://carrier.example/', /carrier/],
  ['http://mapped.example/', MAPPED],
  ['http://nat64.example/', NAT64],
  ['http://unique-local.example/', PRIVATE],
];

describe('the address guard', () => {
  it.each(TABLE)('refuses %s for the right reason', async (url, reason) => {
    const error = await refusal(url);
    expect(error.kind).toBe('address');
    expect(error.message).toMatch(reason);
    expect(error.message).not.toContain('secret');
  });
});

describe('redirects and the guard', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const to = new URL(request.url ?? '/', 'http://any').searchParams.get('to') ?? '/';
      response.writeHead(302, { location: to }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it.each([
    ['http://127.0.0.1/', LOOPBACK],
    ['http://169.254.169.254/', LINK_LOCAL],
    ['http://metadata.example/', LINK_LOCAL],
    ['http://private.example/feed', PRIVATE],
    ['http://2130706433/', DISGUISED],
    ['file:///etc/passwd', SCHEME],
    ['http://user:secret@feeds.example/', CREDENTIALS],
    ['http://feeds.example:22/', PORT],
  ])('refuses a redirect to %s', async (to, reason) => {
    const guarded = createHttp({
      userAgent: 'debrief-test',
      allowHosts: [base],
      resolver: async (hostname) => (NAMES[hostname] ?? []).map((address) => ({ address, family: 4 })),
    });
    const error = await guarded
      .get({ url: `http://${base}/?to=${encodeURIComponent(to)}`, maxBytes: 1000, timeoutMs: 2000 })
      .catch((reason: unknown) => reason);
    await guarded.close();
    expect(error).toBeInstanceOf(FetchError);
    expect(error).toMatchObject({ kind: 'address', message: expect.stringMatching(reason) });
  });

  it('connects to the very address that was checked, so that a second answer of the resolver changes nothing', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    let asked = 0;
    const port = base.split(':')[1];
    const rebinding = createHttp({
      userAgent: 'debrief-test',
      allowHosts: [`rebinding.example:${port}`],
      resolver: async () => (answers[asked++] ?? []).map((address) => ({ address, family: 4 })),
    });
    const error = await rebinding
      .get({
        url: `http://rebinding.example:${port}/?to=${encodeURIComponent('http://loopback.example/')}`,
        maxBytes: 1000,
        timeoutMs: 2000,
      })
      .catch((reason: unknown) => reason);
    await rebinding.close();
    // The first hop went to the first answer; the second hop was asked for anew, and refused by its own answer.
    expect(asked).toBe(2);
    expect(error).toMatchObject({ kind: 'address', message: expect.stringMatching(PRIVATE) });
  });
});
