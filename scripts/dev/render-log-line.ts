import * as z from 'zod';

/** One line of Mattermost's JSON log. */
const logLine = z.looseObject({
  timestamp: z.string(),
  level: z.string(),
  msg: z.string(),
  caller: z.string().optional(),
  plugin_id: z.string(),
});

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const write = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** The server adds the time that the plugin named, which is the line's own. */
const isTimeOnly = (extras: unknown): boolean => String(extras).startsWith('timestamp');

/**
 * A line of the server's log as a person reads it: time, level, message, then what else it holds.
 *
 * @returns nothing for a line that is not about the plugin
 */
export const renderLogLine = (line: string, pluginId: string): string | undefined => {
  const {data} = logLine.safeParse(parseJson(line));
  if (data?.plugin_id !== pluginId) {
    return undefined;
  }
  const {timestamp, level, msg, caller: _caller, plugin_id: _plugin, ...rest} = data;
  const details = Object.entries(rest)
    .filter(([key, value]) => !(key === 'wrapped_extras' && isTimeOnly(value)))
    .map(([key, value]) => ` ${key}=${write(value)}`);
  return `${timestamp} ${level.padEnd(5)} ${msg}${details.join('')}`;
};
