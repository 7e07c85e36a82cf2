import {CAPABILITIES} from '../../core/domain/capabilities.js';
import type {Site} from '../../core/domain/site.js';
import type {Clock} from '../../core/ports/clock.js';
import type {CommandDefinition, Host} from '../../core/ports/host.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import type {ServiceRecords} from '../../core/ports/service-records.js';
import {systemRandom} from '../../lib/system-random.js';
import {createAudit} from '../create-audit.js';
import type {Bot} from './mattermost/bot.js';
import {createChat} from './mattermost/chat.js';
import type {MattermostClient} from './mattermost/client.js';
import type {ServiceSettings} from './settings.js';

export interface HostParts {
  client: MattermostClient;
  bot: Bot;
  nodeId: string | undefined;
  keyValue: KeyValue;
  records: Pick<ServiceRecords, 'preferences' | 'commandAnswers'>;
  settings: ServiceSettings;
  site: () => Promise<Site>;
  registerCommand: (definition: CommandDefinition) => Promise<void>;
  teamsWithoutCommand: Host['teamsWithoutCommand'];
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  environment: Host['environment'];
}

/** What the application needs of a Mattermost server, over REST as a bot. */
export function createHost({
  settings,
  keyValue,
  clock,
  logger,
  metrics,
  environment,
  nodeId,
  site,
  registerCommand,
  teamsWithoutCommand,
  records,
  ...parts
}: HostParts): Host {
  return {
    capabilities: CAPABILITIES.service,
    chat: createChat({...parts, ...records, site}),
    keyValue,
    listKeys: undefined,
    clock,
    random: systemRandom,
    logger,
    audit: createAudit(logger),
    metrics,
    environment,
    nodeId,
    site,
    loadSettings: settings.load,
    saveSettings: settings.save,
    registerCommand,
    teamsWithoutCommand,
    // This host cannot tell whether a client runs our script.
    announceChange: async () => undefined,
  };
}
