export type LogFields = Readonly<Record<string, unknown>>;
/** Structured log; secrets are redacted by the implementation, and never passed on purpose. */
export type Log = {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
};
