import { z } from 'zod';
import { KEEP } from '../domain/habits.ts';

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
export const Environment = z.object({
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

/** The variables as they are once they were read. */
export type Environment = z.infer<typeof Environment>;

/** Every variable with what it is where it is not set (null: nothing). */
export const DEFAULTS: ReadonlyMap<string, string | number | null> = new Map(
  Object.entries(Environment.shape).map(([name, schema]) => {
    const value = schema.safeParse(undefined).data;
    return [name, typeof value === 'string' || typeof value === 'number' ? value : null];
  }),
);

/** The names of all variables, for help texts and `doctor`. */
export const VARIABLES: readonly string[] = [...DEFAULTS.keys()];
