import {type DestinationStream, pino} from 'pino';
import type {LogFields, Logger} from '../../core/ports/logger.js';
import {printable} from '../../lib/printable.js';

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
      log[name](plain(fields), printable(message.slice(0, LONGEST_TEXT)));
  return {debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error')};
}

const plain = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value.slice(0, LONGEST_TEXT)) : value,
    ]),
  );
