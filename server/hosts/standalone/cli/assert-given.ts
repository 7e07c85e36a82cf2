import {ConfigError, variableOf} from '../read-config.js';
import {offeredMode} from './ask-connection.js';

/** What `init` cannot guess, in the order in which it asks; the connection decides what it has to know of Zoom. */
export const requiredFor = (connection: string | undefined): readonly string[] => [
  'MattermostURL',
  'AdminToken',
  'Teams',
  'ServiceURL',
  ...(offeredMode(connection)?.settings ?? []),
  'ZoomWebhookSecret',
];

/**
 * Nobody wants to hear of what is missing one by one.
 * @param replaces - the bot's present teams will do
 * @throws ConfigError
 */
export function assertGiven(given: Readonly<Record<string, string>>, replaces: boolean): void {
  const missing = requiredFor(given['ConnectionMode']).filter(
    (name) => given[name] === undefined && !(replaces && name === 'Teams'),
  );
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${variableOf(name)} is missing.`));
}
