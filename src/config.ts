/** The environment, read once and validated as a whole. The only reader of `process.env`. */
import { Environment, VARIABLES } from './config/environment.ts';
import { readField } from './config/field.ts';
import { type Given, togetherFaults } from './config/together.ts';
import type { Field } from './domain/field.ts';
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
  /** The field that is served; null for AI infrastructure. */
  readonly field: Field | null;
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

const SECRETS = /TOKEN$|SECRET(?:_OLD)?$|KEY$|DATABASE_URL$/;

function unknownNames(environment: NodeJS.ProcessEnv): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('DEBRIEF_') && !VARIABLES.includes(name))
    .map((name) => {
      const meant = nearest(name, VARIABLES);
      return `${name} is not a variable of Debrief; ${meant === null ? 'the README lists them all' : `did you mean ${meant}?`}`;
    });
}

/** A database as it is named: a file, or the address of a PostgreSQL. */
export function databaseOf(value: string): Config['database'] {
  if (/^postgres(ql)?:\/\//.test(value)) return { kind: 'postgres', url: value };
  return { kind: 'sqlite', file: value.replace(/^(?:sqlite|file):(?:\/\/)?/, '') };
}

/** The field that is named, if any is; what is wrong with its file joins the faults. */
function fieldOf(file: string | undefined, faults: string[]): Field | null {
  try {
    return file === undefined ? null : readField(file.trim());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    faults.push(...error.faults);
    return null;
  }
}

/** Reads and validates the environment. Throws a UsageError that names every fault at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is how Compose files and CI say "not set".
  const given: Given & NodeJS.ProcessEnv = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Environment.safeParse(given);
  const faults = unknownNames(given);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    const shown = SECRETS.test(name) ? 'its value (not shown)' : JSON.stringify(given[name]);
    faults.push(`${name}: ${issue.message}, got ${shown}`);
  }
  faults.push(...togetherFaults(given));
  const field = fieldOf(given.DEBRIEF_FIELD, faults);
  if (!parsed.success || faults.length > 0) throw new UsageError(faults);
  const values = parsed.data;
  return Object.freeze({
    database: databaseOf(values.DEBRIEF_DATABASE_URL),
    http: {
      host: values.DEBRIEF_HTTP_HOST,
      port: values.DEBRIEF_HTTP_PORT ?? null,
      publicUrl: values.DEBRIEF_PUBLIC_URL ?? null,
      pages: values.DEBRIEF_PAGES,
    },
    field,
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
