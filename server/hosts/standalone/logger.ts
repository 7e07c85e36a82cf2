import {type DestinationStream, pino} from 'pino';
import type {LogFields, Logger} from '../../core/ports/logger.js';

/** Names of fields whose values must never reach a log, even if they are passed to it. */
const REDACTED = ['token', 'secret', 'password', 'authorization', 'response_url'];

const LONGEST_TEXT = 4096;

/** One line of JSON for each event, as log collectors read it. */
export function createLogger(level: string, destination: DestinationStream): Logger {
  const log = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      redact: REDACTED,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {level: (label) => ({level: label})},
    },
    destination,
  );
  const at =
    (name: keyof Logger) =>
    (message: string, fields: LogFields = {}): void =>
      log[name](printable(fields), plain(message));
  return {debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error')};
}

const printable = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]),
  );

/** What could control the terminal in which somebody reads the log becomes a blank. */
const plain = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
