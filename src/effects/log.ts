import type { Writable } from 'node:stream';
import { pino, stdSerializers } from 'pino';
import { z } from 'zod';
import type { Log, LogFields } from '../ports/log.ts';
import { redact, shownAddress } from '../secrets.ts';

export type LogOptions = {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** JSON lines go there; on a terminal, lines for people. */
  readonly destination: Writable & { readonly isTTY?: boolean };
};

const Line = z.looseObject({ level: z.string(), time: z.string(), msg: z.string().default('') });
const ErrorField = z.looseObject({ message: z.string() });

function shown(value: unknown): string {
  const error = ErrorField.safeParse(value);
  if (error.success) return JSON.stringify(error.data.message);
  return typeof value === 'string' && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}

/** One line for people: the time, the message, then what it is about. */
function forPeople(line: string): string {
  const { level, time, msg, ...fields } = Line.parse(JSON.parse(line));
  const about = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  const clock = time.slice(11, 19);
  return `${clock} ${level === 'info' ? '' : `${level}: `}${[msg, ...about].join('  ')}\n`;
}

const Addressed = z.looseObject({ url: z.string() });

/** An error with its causes; an address that lets in whoever has it is its host alone. */
function errorField(error: Error): unknown {
  const plain: unknown = stdSerializers.errWithCause(error);
  const addressed = Addressed.safeParse(plain);
  return addressed.success ? { ...addressed.data, url: shownAddress(addressed.data.url) } : plain;
}

/** pino, with secrets taken out of every line, whatever field or text they stand in. */
export function createLog({ level, destination }: LogOptions): Log {
  const write = destination.isTTY === true ? (line: string) => forPeople(line) : (line: string) => line;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: errorField },
    },
    { write: (line: string) => destination.write(write(redact(line))) },
  );
  return {
    debug: (fields: LogFields, message: string) => logger.debug(fields, message),
    info: (fields: LogFields, message: string) => logger.info(fields, message),
    warn: (fields: LogFields, message: string) => logger.warn(fields, message),
    error: (fields: LogFields, message: string) => logger.error(fields, message),
  };
}
