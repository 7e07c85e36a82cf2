/** Values that may be in a log line. E-mail addresses, topics and secrets never are. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log lines for the administrator: plain messages, facts in fields. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
