/** Values that may stand in a log line. Addresses of people, topics and secrets never do. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log lines for the administrator: plain messages, facts in fields. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
