export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** One line of a plugin's stderr, as its host understands it. */
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error'];
/** Go reads the time with a layout of exactly six fractional digits, and gives up on the line otherwise. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[+-]\d\d:\d\d)$/;

/** Reads hclog's JSON, or else a level in brackets; all other lines are debug messages. */
export function parseLogLine(line: string): LogLine {
  const parsed = line.startsWith('{') ? parseJson(line) : undefined;
  if (parsed) return parsed;
  const level = LEVELS.find((name) => line.startsWith(`[${name.toUpperCase()}]`)) ?? 'debug';
  return {level, message: line, fields: {}};
}

function parseJson(line: string): LogLine | undefined {
  const entry = toObject(line);
  if (!entry) return undefined;
  const {'@level': name, '@message': message, '@timestamp': time, ...fields} = entry;
  if (typeof message !== 'string' || typeof time !== 'string' || !TIMESTAMP.test(time)) return undefined;
  return {level: LEVELS.find((level) => level === name) ?? 'debug', message, fields};
}

/** `undefined`: it is an ordinary line of text. */
function toObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
