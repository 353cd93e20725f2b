/** The environment, read once and validated as a whole. The only reader of `process.env`. */
import { z } from 'zod';
import { KEEP } from './domain/habits.ts';
import { SECOND_MS } from './durations.ts';
import { UsageError } from './errors.ts';
import { nearest } from './language/nearest.ts';

export type Config = {
  readonly database:
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly http: {
    readonly host: string;
    readonly port: number | null;
    readonly publicUrl: string | null /** Whether pages are opened without a link, too. */;
    readonly pages: 'signed' | 'public';
  };
  /** Hosts that the address guard lets through: `127.0.0.1:8080`. */
  readonly allowHosts: readonly string[];
  /** Named in the user agent, so that a publisher can write to whoever runs this. */
  readonly contact: string | null;
  readonly zone: string;
  /** In days: articles' texts as a whole; figures, quotes and debriefs. */
  readonly keep: { readonly textDays: number; readonly figuresDays: number };
  /** The file of the field that is served; null for AI infrastructure. */
  readonly field: string | null;
  readonly secret: string | null;
  /** The secret before that one, while what it sealed is sealed anew. */
  readonly formerSecret: string | null;
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent' };
  readonly color: boolean;
  readonly slack: {
    readonly botToken: string | null;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
    readonly clientId: string | null;
    readonly clientSecret: string | null;
    readonly apiUrl: string | null;
  };
  readonly discord: {
    readonly token: string | null;
    readonly apiUrl: string | null;
    readonly guild: string | null;
    /** Announcement channels whose debriefs go to the servers that follow them. */
    readonly crosspost: readonly string[];
  };
  readonly model: {
    readonly key: string | null;
    readonly baseUrl: string | null;
    readonly name: string;
    readonly dailyTokens: number | null;
    readonly dailyUsd: number | null;
    readonly editionTokens: number | null;
    readonly editionUsd: number | null;
    /** USD per million tokens. */
    readonly prices: { readonly input: number; readonly output: number };
    /** Of one request, and of all for one debrief. */
    readonly timeoutMs: number;
    readonly debriefMs: number;
    /** Requests for one answer at most, and requests side by side. */
    readonly tries: number;
    readonly parallel: number;
    /** Whether the model reads what passed the gate once more, as an adversary. */
    readonly secondReader: boolean;
    /** How much a model that thinks may think; null to leave it to the server. */
    readonly effort: 'minimal' | 'low' | 'medium' | 'high' | null;
  };
};

const hostAndPort = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const text = z.string().trim().min(1);
const url = text.refine((value) => URL.canParse(value) && /^https?:/.test(value), {
  error: 'expected an address such as http://127.0.0.1:4000/api/',
});
const amount = text.regex(/^\d+(\.\d+)?$/, { error: 'expected a number such as 500000 or 2.5' }).transform(Number);
const whole = (least: number, most: number, of: string) =>
  text
    .regex(/^\d{1,6}$/, { error: `expected ${of} from ${least} to ${most}` })
    .transform(Number)
    .refine((count) => count >= least && count <= most, { error: `expected ${of} from ${least} to ${most}` });
const days = (least: number) =>
  text
    .regex(/^\d{1,5}$/, { error: 'expected a number of days such as 90' })
    .transform(Number)
    .refine((count) => count >= least, { error: `expected at least ${least} days: younger news may still be told` });
/** What goes into a header of HTTP (RFC 9110 section 5.5): ASCII that can be seen, and spaces. */
const header = text.regex(/^[\x20-\x7e]*$/, {
  error: 'expected letters without accents, digits and signs alone, as it goes into a header of HTTP',
});
const token = (prefix: string) => header.startsWith(prefix, { error: `expected a token that begins with ${prefix}` });

/** Every variable, with what it accepts. The value of a secret never stands in a fault. */
const Environment = z.object({
  // A mistyped scheme is no file's name: it would be told back with the password that stands in it.
  DEBRIEF_DATABASE_URL: text
    .regex(/^(?:postgres(?:ql)?:\/\/|(?:sqlite|file):|(?![a-z][a-z0-9+.-]*:\/\/))/iu, {
      error: 'expected a file, or postgres://user:password@host/name',
    })
    .default('debrief.sqlite'),
  DEBRIEF_HTTP_HOST: text
    .regex(/^[A-Za-z0-9.:-]+$/, { error: 'expected an address of this machine such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  DEBRIEF_HTTP_PORT: text
    .regex(/^\d{1,5}$/, { error: 'expected a port from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'expected a port from 0 to 65535' })
    .optional(),
  DEBRIEF_PUBLIC_URL: url.optional(),
  DEBRIEF_PAGES: z.enum(['signed', 'public'], { error: 'expected signed or public' }).default('signed'),
  DEBRIEF_ALLOW_HOSTS: text
    .transform((value) => value.split(/[\s,]+/).filter((host) => host !== ''))
    .refine((hosts) => hosts.every((host) => hostAndPort.test(host) && URL.canParse(`http://${host}`)), {
      error: 'expected hosts such as 127.0.0.1:8080, split by commas',
    })
    .optional(),
  DEBRIEF_CONTACT: header.optional(),
  DEBRIEF_ZONE: text.refine(isZone, { error: 'expected an IANA time zone such as Europe/Berlin' }).default('UTC'),
  DEBRIEF_KEEP_TEXT_DAYS: days(14).default(KEEP.textDays),
  DEBRIEF_KEEP_FIGURES_DAYS: days(30).default(KEEP.figuresDays),
  DEBRIEF_FIELD: text.optional(),
  DEBRIEF_SECRET: text
    .min(16, { error: 'expected at least 16 characters, such as the output of `openssl rand -base64 32`' })
    .optional(),
  DEBRIEF_SECRET_OLD: text.optional(),
  DEBRIEF_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'expected debug, info, warn, error or silent' })
    .optional(),
  DEBRIEF_SLACK_API_URL: url.optional(),
  DEBRIEF_DISCORD_API_URL: url.optional(),
  DEBRIEF_DISCORD_GUILD: text.regex(/^\d{5,20}$/, { error: 'expected the id of a Discord server (digits)' }).optional(),
  DEBRIEF_DISCORD_CROSSPOST: text
    .transform((value) => value.split(/[\s,]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => /^\d{5,20}$/.test(id)), {
      error: 'expected the ids of announcement channels, split by commas',
    })
    .optional(),
  DEBRIEF_MODEL: text.default('gpt-5-mini'),
  DEBRIEF_MODEL_BUDGET_TOKENS: amount.optional(),
  DEBRIEF_MODEL_BUDGET_USD: amount.optional(),
  DEBRIEF_MODEL_BUDGET_EDITION_TOKENS: amount.optional(),
  DEBRIEF_MODEL_BUDGET_EDITION_USD: amount.optional(),
  DEBRIEF_MODEL_PRICE_INPUT: amount.default(0),
  DEBRIEF_MODEL_PRICE_OUTPUT: amount.default(0),
  DEBRIEF_MODEL_TIMEOUT: whole(5, 3600, 'seconds').default(180),
  DEBRIEF_MODEL_TIME: whole(10, 7200, 'seconds').default(240),
  DEBRIEF_MODEL_TRIES: whole(1, 10, 'a number').default(4),
  DEBRIEF_MODEL_PARALLEL: whole(1, 32, 'a number').default(4),
  DEBRIEF_MODEL_EFFORT: z
    .enum(['minimal', 'low', 'medium', 'high', 'default'], { error: 'expected minimal, low, medium, high or default' })
    .default('low'),
  DEBRIEF_MODEL_SECOND_READER: z.enum(['on', 'off'], { error: 'expected on or off' }).default('on'),
  OPENAI_API_KEY: header.optional(),
  OPENAI_BASE_URL: url.optional(),
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: header.optional(),
  SLACK_CLIENT_ID: header.optional(),
  SLACK_CLIENT_SECRET: header.optional(),
  DISCORD_TOKEN: header.optional(),
  NO_COLOR: z.string().optional(),
});

/** Every variable with what it is where it is not set (null: nothing). */
export const DEFAULTS: ReadonlyMap<string, string | number | null> = new Map(
  Object.entries(Environment.shape).map(([name, schema]) => {
    const value = schema.safeParse(undefined).data;
    return [name, typeof value === 'string' || typeof value === 'number' ? value : null];
  }),
);

/** The names of all variables, for help texts and `doctor`. */
export const VARIABLES: readonly string[] = [...DEFAULTS.keys()];

const SECRETS = /TOKEN$|SECRET(?:_OLD)?$|KEY$|DATABASE_URL$/;

function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('DEBRIEF_') && !VARIABLES.includes(name))
    .map((name) => {
      const meant = nearest(name, VARIABLES);
      return `${name} is not a variable of Debrief; ${meant === null ? 'the README lists them all' : `did you mean ${meant}?`}`;
    });
}

function togetherFaults(values: z.infer<typeof Environment>): string[] {
  const faults: string[] = [];
  if (
    values.SLACK_BOT_TOKEN !== undefined &&
    values.SLACK_APP_TOKEN === undefined &&
    values.SLACK_SIGNING_SECRET === undefined
  ) {
    faults.push('SLACK_BOT_TOKEN is set: add SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)');
  }
  if (values.SLACK_APP_TOKEN !== undefined && values.SLACK_BOT_TOKEN === undefined) {
    faults.push('SLACK_APP_TOKEN is set: add SLACK_BOT_TOKEN (xoxb-...), from "OAuth & Permissions" of the Slack app');
  }
  if ((values.SLACK_CLIENT_ID === undefined) !== (values.SLACK_CLIENT_SECRET === undefined)) {
    faults.push(
      'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET belong together: set both (OAuth for many workspaces) or neither',
    );
  }
  if (values.SLACK_CLIENT_ID !== undefined && values.SLACK_SIGNING_SECRET === undefined) {
    faults.push('SLACK_CLIENT_ID is set: OAuth needs HTTP, so add SLACK_SIGNING_SECRET');
  }
  if (values.SLACK_CLIENT_ID !== undefined && values.DEBRIEF_SECRET === undefined) {
    faults.push("SLACK_CLIENT_ID is set: add DEBRIEF_SECRET, which encrypts the workspaces' tokens");
  }
  if (values.DEBRIEF_SECRET_OLD !== undefined && values.DEBRIEF_SECRET === undefined) {
    faults.push('DEBRIEF_SECRET_OLD is set: add the new one as DEBRIEF_SECRET');
  }
  if (values.DEBRIEF_KEEP_FIGURES_DAYS < values.DEBRIEF_KEEP_TEXT_DAYS) {
    faults.push(
      'DEBRIEF_KEEP_FIGURES_DAYS is less than DEBRIEF_KEEP_TEXT_DAYS: figures are kept with their texts at least',
    );
  }
  if (
    values.SLACK_SIGNING_SECRET !== undefined &&
    values.SLACK_APP_TOKEN === undefined &&
    values.DEBRIEF_HTTP_PORT === undefined
  ) {
    faults.push(
      'SLACK_SIGNING_SECRET without SLACK_APP_TOKEN means HTTP: add DEBRIEF_HTTP_PORT, where Slack reaches us',
    );
  }
  return faults;
}

/** A database as it is named: a file, or the address of a PostgreSQL. */
export function databaseOf(value: string): Config['database'] {
  if (/^postgres(ql)?:\/\//.test(value)) return { kind: 'postgres', url: value };
  return { kind: 'sqlite', file: value.replace(/^(?:sqlite|file):(?:\/\/)?/, '') };
}

/** Reads and validates the environment. Throws a UsageError that names every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is how Compose files and CI say "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(given);
  const faults = unknownNames(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const shown = SECRETS.test(name) ? 'its value (not shown)' : JSON.stringify(given[name]);
      faults.push(`${name}: ${issue.message}, got ${shown}`);
    }
    throw new UsageError(faults);
  }
  const values = parsed.data;
  faults.push(...togetherFaults(values));
  if (faults.length > 0) throw new UsageError(faults);
  return Object.freeze({
    database: databaseOf(values.DEBRIEF_DATABASE_URL),
    http: {
      host: values.DEBRIEF_HTTP_HOST,
      port: values.DEBRIEF_HTTP_PORT ?? null,
      publicUrl: values.DEBRIEF_PUBLIC_URL ?? null,
      pages: values.DEBRIEF_PAGES,
    },
    field: values.DEBRIEF_FIELD ?? null,
    allowHosts: values.DEBRIEF_ALLOW_HOSTS ?? [],
    contact: values.DEBRIEF_CONTACT ?? null,
    zone: values.DEBRIEF_ZONE,
    keep: { textDays: values.DEBRIEF_KEEP_TEXT_DAYS, figuresDays: values.DEBRIEF_KEEP_FIGURES_DAYS },
    secret: values.DEBRIEF_SECRET ?? null,
    formerSecret: values.DEBRIEF_SECRET_OLD ?? null,
    log: { level: values.DEBRIEF_LOG_LEVEL ?? 'info' },
    color: values.NO_COLOR === undefined,
    slack: {
      botToken: values.SLACK_BOT_TOKEN ?? null,
      appToken: values.SLACK_APP_TOKEN ?? null,
      signingSecret: values.SLACK_SIGNING_SECRET ?? null,
      clientId: values.SLACK_CLIENT_ID ?? null,
      clientSecret: values.SLACK_CLIENT_SECRET ?? null,
      apiUrl: values.DEBRIEF_SLACK_API_URL ?? null,
    },
    discord: {
      token: values.DISCORD_TOKEN ?? null,
      apiUrl: values.DEBRIEF_DISCORD_API_URL ?? null,
      guild: values.DEBRIEF_DISCORD_GUILD ?? null,
      crosspost: values.DEBRIEF_DISCORD_CROSSPOST ?? [],
    },
    model: {
      // A server of one's own wants no key, and any will do.
      key: values.OPENAI_API_KEY ?? (values.OPENAI_BASE_URL === undefined ? null : 'none'),
      baseUrl: values.OPENAI_BASE_URL ?? null,
      name: values.DEBRIEF_MODEL,
      dailyTokens: values.DEBRIEF_MODEL_BUDGET_TOKENS ?? null,
      dailyUsd: values.DEBRIEF_MODEL_BUDGET_USD ?? null,
      editionTokens: values.DEBRIEF_MODEL_BUDGET_EDITION_TOKENS ?? null,
      editionUsd: values.DEBRIEF_MODEL_BUDGET_EDITION_USD ?? null,
      prices: { input: values.DEBRIEF_MODEL_PRICE_INPUT, output: values.DEBRIEF_MODEL_PRICE_OUTPUT },
      timeoutMs: values.DEBRIEF_MODEL_TIMEOUT * SECOND_MS,
      debriefMs: values.DEBRIEF_MODEL_TIME * SECOND_MS,
      secondReader: values.DEBRIEF_MODEL_SECOND_READER === 'on',
      tries: values.DEBRIEF_MODEL_TRIES,
      parallel: values.DEBRIEF_MODEL_PARALLEL,
      effort: values.DEBRIEF_MODEL_EFFORT === 'default' ? null : values.DEBRIEF_MODEL_EFFORT,
    },
  });
}
