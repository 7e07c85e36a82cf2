import {CAPABILITIES} from '../../core/domain/capabilities.js';
import type {Site} from '../../core/domain/site.js';
import type {Clock} from '../../core/ports/clock.js';
import type {CommandDefinition, Host} from '../../core/ports/host.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import {systemRandom} from '../../lib/system-random.js';
import type {Bot} from './mattermost/bot.js';
import {createChat} from './mattermost/chat.js';
import type {MattermostClient} from './mattermost/client.js';
import {createPreferences} from './mattermost/preferences.js';
import type {Vouchers} from './mattermost/vouchers.js';
import type {ServiceSettings} from './settings.js';

export interface HostParts {
  client: MattermostClient;
  bot: Bot;
  keyValue: KeyValue;
  vouchers: Vouchers;
  settings: ServiceSettings;
  site: () => Promise<Site>;
  registerCommand: (definition: CommandDefinition) => Promise<void>;
  clock: Clock;
  logger: Logger;
}

/** What the application needs of a Mattermost server, over REST as a bot. */
export function createHost({
  settings,
  keyValue,
  clock,
  logger,
  site,
  registerCommand,
  ...parts
}: HostParts): Host {
  return {
    capabilities: CAPABILITIES.service,
    chat: createChat({...parts, site, preferences: createPreferences(keyValue)}),
    keyValue,
    clock,
    random: systemRandom,
    logger,
    site,
    loadSettings: settings.load,
    saveSettings: settings.save,
    registerCommand,
    // No script of ours runs in a client that this host could tell.
    announceChange: async () => undefined,
  };
}
