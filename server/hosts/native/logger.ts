import type {LogFields, Logger} from '../../core/ports/logger.js';
import type {Clock} from '../../core/ports/clock.js';

/** A line above 64 KiB is split by the server and loses its level. */
const longestText = 4096;

/**
 * Log lines for the server log, written to stderr in hclog's JSON form, which keeps their level and fields and
 * costs no call. What could drive a terminal or forge a line (control characters) becomes a blank.
 */
export function createLogger(write: (line: string) => void, clock: Clock): Logger {
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      write(`${JSON.stringify({...printable(fields), ...head(level, message, clock.now())})}\n`);
  return {debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error')};
}

function head(level: string, message: string, now: number): LogFields {
  return {
    '@level': level,
    '@message': plain(message),
    // Exactly six digits: with Node's three the server would take the whole line for text of level debug.
    '@timestamp': new Date(now).toISOString().replace('Z', '000Z'),
  };
}

function printable(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? plain(value) : value]),
  );
}

function plain(text: string): string {
  return text.slice(0, longestText).replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
