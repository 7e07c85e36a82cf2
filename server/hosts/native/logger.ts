import type {LogFields, Logger} from '../../core/ports/logger.js';
import type {Clock} from '../../core/ports/clock.js';
import {printable} from '../../lib/printable.js';

/** A line above 64 KiB is split by the server and loses its level. */
const longestText = 4096;

/**
 * Log lines for the server log, written to stderr in hclog's JSON form, which keeps their level and costs no call. The
 * facts stand in the message, as `name=value`: the server would turn separate fields into one word without blanks (seen
 * on Mattermost 11.4). What could drive a terminal, forge a line or hide in it is made harmless.
 */
export function createLogger(write: (line: string) => void, clock: Clock): Logger {
  const log =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      write(`${JSON.stringify(toEntry(level, [message, ...facts(fields)].join(' '), clock.now()))}\n`);
  return {debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error')};
}

const toEntry = (level: string, message: string, now: number): Record<string, string> => ({
  '@level': level,
  '@message': printable(message.slice(0, 2 * longestText)),
  // Exactly six digits: with Node's three, the server would take the whole line for a debug message.
  '@timestamp': new Date(now).toISOString().replace('Z', '000Z'),
});

const facts = (fields: LogFields): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${inOneWord(String(value).slice(0, longestText))}`);

const inOneWord = (text: string): string => (/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text));
