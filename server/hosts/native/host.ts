import {CLIENT_CHANGED} from '../../../contract/client-info.js';
import {CAPABILITIES} from '../../core/domain/capabilities.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Host} from '../../core/ports/host.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {systemRandom} from '../../lib/system-random.js';
import type {ApiClient} from '../../protocol/plugin/api-client.js';
import {createAudit} from '../create-audit.js';
import {createAuditLog} from './audit-log.js';
import {createChat} from './chat.js';
import {toCommand} from './command.js';
import {createKeyValue, createListKeys} from './key-value.js';
import {loadSettings, saveSettings} from './settings.js';
import type {Site} from './site.js';

/** What the application needs of a Mattermost server, over the plugin API. */
export function createHost(
  api: ApiClient,
  {botId, nodeId, site, clock, logger, metrics, environment}: HostParts,
): Host {
  return {
    capabilities: CAPABILITIES.plugin,
    chat: createChat(api, botId),
    keyValue: createKeyValue(api),
    listKeys: createListKeys(api),
    clock,
    random: systemRandom,
    logger,
    audit: createAudit(logger, createAuditLog({api, logger})),
    metrics,
    environment,
    nodeId,
    site: site.read,
    loadSettings: () => loadSettings(api),
    saveSettings: (changes) => saveSettings(api, changes),
    registerCommand: (definition) => api.RegisterCommand(toCommand(definition)),
    // A plugin's command comes before those of teams.
    teamsWithoutCommand: () => [],
    announceChange: () =>
      api
        .PublishWebSocketEvent(CLIENT_CHANGED, {}, {})
        .catch((error: unknown) =>
          logger.warn('The clients were not told of a change', {error: String(error)}),
        ),
  };
}

export interface HostParts {
  readonly botId: string;
  readonly nodeId: string | undefined;
  readonly site: Site;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly environment: Host['environment'];
}
