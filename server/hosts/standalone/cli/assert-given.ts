import {MODES} from '../../../core/domain/modes.js';
import {ConfigError, variableOf} from '../read-config.js';

const ZOOM = MODES.find(({source}) => source !== undefined)?.settings ?? [];

/** What `init` cannot guess, in the order in which it asks. */
export const REQUIRED: readonly string[] = [
  'MattermostURL',
  'AdminToken',
  'Teams',
  'ServiceURL',
  ...ZOOM,
  'ZoomWebhookSecret',
];

/**
 * Nobody wants to hear of what is missing one by one.
 * @param replaces - the bot's present teams will do
 * @throws ConfigError
 */
export function assertGiven(given: Readonly<Record<string, string>>, replaces: boolean): void {
  const missing = REQUIRED.filter((name) => given[name] === undefined && !(replaces && name === 'Teams'));
  if (missing.length > 0) throw new ConfigError(missing.map((name) => `${variableOf(name)} is missing.`));
}
