import type { Slack } from '../../adapters/slack/index.ts';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Finding } from '../ports/finding.ts';
import type { Platform } from '../ports/platform.ts';

/** The terminal; it `remembers` what is typed where it is the service's own, beside its database. */
export async function openScreen(config: Config, interactive: boolean, onLeave: () => void, remembers = false) {
  const { createTerminal } = await import('../../adapters/terminal/index.ts');
  const color = config.color && process.stdout.isTTY === true;
  const { openHistory } = await import('../effects/history.ts');
  const history =
    remembers && interactive && config.database.kind === 'sqlite'
      ? openHistory(`${config.database.file}.history`)
      : null;
  return createTerminal({ input: process.stdin, output: process.stdout, color, interactive, history, onLeave });
}

/** Slack with what it needs of us: its installations are sealed before they are kept. */
export async function openSlack({ config, store, world }: App): Promise<Slack> {
  const { createSlack } = await import('../../adapters/slack/index.ts');
  const { sealAnew, sealWith } = await import('../effects/seal.ts');
  const { createChart } = await import('../effects/chart/index.ts');
  const { secret, formerSecret } = config;
  const seal = secret === null ? null : sealWith(secret);
  if (secret !== null) {
    const { sealed, closed } = await sealAnew(store.installations, secret, formerSecret);
    if (closed.length > 0)
      world.log.error(
        { closed },
        'these were sealed with another DEBRIEF_SECRET: name it as DEBRIEF_SECRET_OLD, or install Debrief there again',
      );
    if (formerSecret !== null)
      world.log.info({ sealed }, 'sealed anew with DEBRIEF_SECRET; DEBRIEF_SECRET_OLD is not needed any more');
  }
  return createSlack({
    ...config.slack,
    publicUrl: config.http.publicUrl,
    stateSecret: config.secret,
    installations: {
      async put(workspace, installation) {
        if (seal !== null) await store.installations.put(workspace, seal.seal(installation, workspace));
      },
      async get(workspace) {
        const sealed = seal === null ? null : await store.installations.get(workspace);
        return seal === null || sealed === null ? null : seal.open(sealed, workspace);
      },
      remove: (workspace) => store.installations.remove(workspace),
    },
    namedAdmins: (workspace) => store.workspaces.admins(workspace),
    turns: store.turns,
    chart: createChart(),
    clock: world.clock,
    log: world.log,
  });
}

/** Discord with what it needs of us: the clock, the log, and who draws its charts. */
export async function openDiscord({ config, store, world }: App, token: string): Promise<Platform> {
  const { createDiscord } = await import('../../adapters/discord/index.ts');
  const { createChart } = await import('../effects/chart/index.ts');
  return createDiscord({
    ...config.discord,
    token,
    namedAdmins: (workspace) => store.workspaces.admins(workspace),
    chart: createChart(),
    clock: world.clock,
    log: world.log,
  });
}

/** What the platforms' own doctors find, or what would switch each on. */
export async function platformFindings(config: Config): Promise<readonly Finding[]> {
  const { slack, discord } = config;
  return [
    ...(slack.botToken === null && slack.clientId === null
      ? [
          {
            part: 'Slack',
            state: 'off',
            words: 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN switch it on; README, "Slack in five minutes"',
          } as const,
        ]
      : await (await import('../../adapters/slack/doctor.ts')).diagnose(slack)),
    ...(discord.token === null
      ? [
          {
            part: 'Discord',
            state: 'off',
            words: 'DISCORD_TOKEN switches it on; README, "Discord in five minutes"',
          } as const,
        ]
      : await (await import('../../adapters/discord/doctor.ts')).diagnose(discord)),
  ];
}
