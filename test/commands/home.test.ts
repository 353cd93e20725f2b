import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Document, Form } from '../../src/model.ts';
import type { Context } from '../../src/ports/platform.ts';
import { type FakePlatform, fakePlatform } from '../fakes/platform.ts';
import { debrief, feed } from '../samples.ts';
import { SILENT, shown } from '../stage.ts';
import { virtualClock } from '../virtual-clock.ts';

const NOW = new Date('2026-11-24T13:30:00.000Z');

const ada: Context = {
  platform: 'fake',
  workspace: 'fake:acme',
  channel: null,
  thread: null,
  user: { id: 'ada', name: 'Ada' },
  admin: true,
  owner: false,
};

const actionsOf = (document: Document) =>
  document.blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions.map((action) => ('id' in action ? action.id : action.href)) : [],
  );

describe('setting a workspace up on its home page', () => {
  let app: App;
  let platform: FakePlatform;
  beforeEach(async () => {
    app = await openApp({
      config: readConfig({}),
      clock: virtualClock(NOW),
      log: SILENT,
      random: () => 0.5,
      database: ':memory:',
    });
    platform = fakePlatform();
    app.platforms.push(platform);
    await app.store.feeds.save(feed('grid-weekly'), NOW);
  });
  afterEach(() => app.close());

  const open = async (id: string, context: Context = ada): Promise<Form> => {
    const form = await app.handlers.form(context, id);
    if ('document' in form) throw new Error(form.document.summary);
    return form;
  };

  it('welcomes the installer with the one thing to do, and posts nothing', async () => {
    const welcome = await app.handlers.installed(ada, 'Acme');
    expect(actionsOf(welcome)).toEqual(['schedule', 'look', 'feed-new']);
    expect(await app.handlers.action(ada, 'look')).toMatchObject({ ok: true, audience: 'asker' });
    expect(shown(welcome)).toContain('It posts nowhere until you say where and when');
    expect(await app.store.workspaces.get('fake:acme')).toMatchObject({ name: 'Acme' });
    expect(platform.messages).toEqual([]);
  });

  it('lets an installer who is no admin ask those who are, once a day, and reads times in the zone of whoever asks', async () => {
    const bob: Context = { ...ada, user: { id: 'bob', name: 'Bob' }, admin: false, zone: 'Asia/Tokyo' };
    platform.names = async () => new Map([['ada', 'Ada Admin']]);
    const welcome = await app.handlers.installed(bob, 'Acme');
    expect(actionsOf(welcome)).toEqual(['ask-admins:channel', 'look']);
    expect(shown(welcome)).toMatch(/Its\s+admin is Ada Admin\./);
    await app.handlers.action(bob, 'ask-admins:channel');
    await app.handlers.action(bob, 'ask-admins:channel');
    expect(platform.notices.map(({ document }) => document.summary)).toEqual([
      'Bob would like Debrief in a channel: choose which, and when.',
    ]);
    const form = await open('schedule', { ...ada, zone: 'Asia/Tokyo' });
    expect(form.fields[1]?.initial).toBe('on weekdays at 08:30 Asia/Tokyo');
  });

  it('takes a channel, a time and topics from a form, and shows the next post on the page', async () => {
    const form = await open('schedule');
    expect(form.fields.map(({ name, initial }) => `${name}: ${initial}`)).toEqual([
      'channel: null',
      'when: on weekdays at 08:30 UTC',
      'topics: null',
    ]);
    const values = { channel: ['<#C1|infra>'], when: ['mon wed 9am Berlin'], topics: ['power', 'chips'] };
    const reply = await app.handlers.submit(ada, form.id, values);
    if ('faults' in reply) throw new Error(JSON.stringify(reply.faults));
    expect(reply.document.summary).toContain('#infra gets its debrief on');
    const home = await app.handlers.home(ada);
    expect(shown(home)).toContain(
      '#infra: next on Wed 25 Nov 09:00 Europe/Berlin · Accelerators and chips, Power and grid',
    );
    expect(actionsOf(home)).toEqual(['schedule:fake:acme:C1', 'schedule', 'preview:fake:acme:C1', 'feed-new']);
    const again = await open('schedule:fake:acme:C1');
    expect(again.fields.map(({ initial }) => initial)).toEqual([
      'C1',
      'on Mon, Wed at 09:00 Europe/Berlin',
      'chips,power',
    ]);
  });

  it('says beside the field what is wrong with it', async () => {
    const submit = (values: Record<string, string[]>) => app.handlers.submit(ada, 'schedule', values);
    expect(await submit({ when: ['daily 9:00 UTC'] })).toEqual({ faults: { channel: 'Please choose a channel.' } });
    expect(await submit({ channel: ['C1'], when: ['whenever'] })).toMatchObject({
      faults: { when: expect.any(String) },
    });
    platform.closed.add('C2');
    expect(await submit({ channel: ['C2'], when: ['daily 9:00 UTC'] })).toMatchObject({
      faults: { channel: expect.stringContaining('invite Debrief') },
    });
    expect(await app.handlers.submit(ada, 'feed-new', { address: ['10.0.0.1'] })).toMatchObject({
      faults: { address: expect.stringContaining('10.0.0.1') },
    });
  });

  it('takes what somebody says is wrong, and says beside the field what was not found', async () => {
    const form = await open('report:d1', { ...ada, admin: false });
    expect(await app.handlers.submit(ada, form.id, { what: ['41 gigawatts'] })).toMatchObject({
      faults: { what: expect.stringContaining('Copy it as it stands') },
    });
  });

  it('lets others see it, and change nothing', async () => {
    const bob = { ...ada, user: { id: 'bob', name: 'Bob' }, admin: false };
    const home = await app.handlers.home(bob);
    expect(actionsOf(home)).toEqual(['ask-admins:channel']);
    expect(shown(home)).toContain('Admins of this workspace change this');
    expect(await app.handlers.form(bob, 'schedule')).toMatchObject({ ok: false });
  });

  it('tells who is an admin to those who are none, with a button that asks them, and goes on where nobody can be named', async () => {
    const bob = { ...ada, user: { id: 'bob', name: 'Bob' }, admin: false };
    platform.names = async () =>
      new Map([
        ['ada', 'Ada Admin'],
        ['cy', 'Cy Owner'],
      ]);
    const refused = [
      await app.handlers.text(bob, 'channel style long'),
      await app.handlers.form(bob, 'schedule'),
      await app.handlers.action(bob, 'preview:fake:acme:C1'),
    ];
    for (const reply of refused) {
      if (!('document' in reply)) throw new Error('a form');
      expect(shown(reply.document)).toMatch(/Its\s+admins are Ada Admin and\s+Cy Owner\./);
      expect(actionsOf(reply.document)).toEqual(['ask-admins:channel']);
    }
    platform.names = async () => {
      throw new Error('missing_scope');
    };
    const { document } = await app.handlers.text(bob, 'channel style long');
    expect(shown(document)).toContain('is for admins of this workspace');
  });

  it('calls people by their names in lists, changes and what was changed', async () => {
    platform.names = async (_workspace, whom) =>
      new Map(whom === 'admins' ? [] : whom.flatMap((id) => (id === 'U2' ? [[id, 'Bob Builder'] as const] : [])));
    await app.handlers.text(ada, 'admins add <@U2>');
    await app.handlers.text(ada, 'admins add <@U3>');
    expect(shown((await app.handlers.text(ada, 'admins list')).document)).toMatch(/Bob Builder[\s\S]*U3/);
    expect(shown((await app.handlers.text(ada, 'admins handover <@U2>')).document)).toContain(
      'Handed over to Bob Builder',
    );
    const audit = shown((await app.handlers.text(ada, 'audit')).document);
    expect(audit).toContain('Ada');
    expect(audit).toContain('to Bob Builder');
    expect(audit).not.toContain('U2');
  });

  it('is a page of how things stand: the newest debrief by its headline, and not again in full', async () => {
    await app.handlers.submit(ada, 'schedule', { channel: ['<#C1|infra>'], when: ['daily 9:00 UTC'] });
    await app.handlers.channelChanged('fake:acme', 'C1', { name: 'compute' });
    expect(shown(await app.handlers.home(ada))).toContain('#compute: next on');
    const { debriefs, deliveries } = app.store;
    const kept = await debriefs.save(debrief('d1', NOW.toISOString()));
    const reference = { channel: 'C1', message: 'm1', link: 'https://chat.example/C1/m1' };
    await deliveries.extra({ id: 'e1', channel: 'fake:acme:C1', slot: NOW }, NOW);
    const claim = await deliveries.claim('e1', NOW, 60_000);
    if (claim === null) throw new Error('somebody else has it');
    await deliveries.attach(claim, kept.id, NOW, 60_000);
    await deliveries.savePart(claim, { key: 'main', state: 'sent', reference, reason: null });
    await deliveries.settle(claim, { state: 'sent', reference });
    const home = await app.handlers.home(ada);
    expect(shown(home)).toContain('Latest debrief');
    expect(JSON.stringify(home.blocks)).toContain('https://chat.example/C1/m1');
    expect(actionsOf(home)).toContain('look');
    expect(home.blocks.length).toBeLessThan(12);
  });

  it('lets admins name others, by a mention alone', async () => {
    const named = () => app.store.workspaces.admins('fake:acme');
    expect(await app.handlers.text(ada, 'admins add <@U2|bob>')).toMatchObject({ ok: true });
    expect(await named()).toEqual(['U2']);
    await app.handlers.text(ada, 'admins remove <@!U2>');
    expect(await named()).toEqual([]);
  });

  it('shows no other workspace’s channel in a form', async () => {
    await app.handlers.submit(ada, 'schedule', { channel: ['C1'], when: ['daily 9:00 UTC'] });
    const form = await open('schedule:fake:acme:C1', { ...ada, workspace: 'fake:other' });
    expect(form.fields[0]?.initial).toBeNull();
  });
});

describe('what is said to the bot without a command before it', () => {
  let app: App;
  beforeEach(async () => {
    app = await openApp({
      config: readConfig({}),
      clock: virtualClock(NOW),
      log: SILENT,
      random: () => 0.5,
      database: ':memory:',
    });
    await app.store.feeds.save(feed('grid-weekly'), NOW);
  });
  afterEach(() => app.close());
  const bob: Context = { ...ada, channel: 'infra', user: { id: 'bob', name: 'Bob' }, admin: false };

  it('is a command by its name, a greeting, or a question; what only resembles a command is named', async () => {
    const said = async (line: string, context = bob) => {
      const { document, audience } = await app.handlers.talk(context, line);
      return `${audience}: ${shown(document)}`;
    };
    expect(await said('trend zebra')).toContain('zebra');
    expect(await said('latset')).toContain('There is no command “latset”; did you mean latest?');
    expect(await said('foobar')).toContain('There is no command “foobar”');
    for (const hello of ['', 'hi', 'Hello there!', 'good morning, Debrief', 'thanks'])
      expect(await said(hello)).toMatch(/^asker: {4}Hello\. Ask[\s\S]*figures nvidia/);
    expect(await said('power prices in <#C1|ohio> last year')).toContain('Our sources do not tell');
    expect(await said('channel list', ada)).toMatch(/^asker:/);
    expect(await said('channel list')).toContain('is for admins');
  });
});
