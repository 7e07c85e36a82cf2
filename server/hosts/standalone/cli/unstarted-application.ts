import type {Application, Compose} from '../../../core/ports/application.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Host} from '../../../core/ports/host.js';
import type {Logger} from '../../../core/ports/logger.js';
import {createMetrics} from '../../metrics/create-metrics.js';
import {createHost} from '../host.js';
import type {Bot} from '../mattermost/bot.js';
import type {MattermostClient} from '../mattermost/client.js';
import {createSite} from '../mattermost/site.js';
import type {Config} from '../read-config.js';
import type {ServiceStore} from '../service-parts.js';
import {createServiceSettings} from '../settings.js';

export interface UnstartedParts {
  config: Pick<Config, 'settings'> & {service: Pick<Config['service'], 'MattermostURL' | 'ServiceURL'>};
  client: MattermostClient;
  bot: Bot;
  store: Pick<ServiceStore, 'keyValue' | 'records'>;
  compose: Compose;
  clock: Clock;
  logger: Logger;
  environment: Host['environment'];
}

/** The application for one question of a command; what it has to do all the time stays the running service's. */
export function unstartedApplication({config, store, compose, ...parts}: UnstartedParts): Application {
  const {MattermostURL: mattermostUrl, ServiceURL: publicUrl} = config.service;
  const {keyValue, records} = store;
  return compose(
    createHost({
      ...parts,
      keyValue,
      records,
      settings: createServiceSettings(config.settings, records.generatedSettings),
      site: createSite(parts.client, {mattermostUrl, publicUrl, clock: parts.clock}),
      registerCommand: async () => undefined,
      // What asks for them is told in another way.
      teamsWithoutCommand: () => [],
      // Nobody asks for them.
      metrics: createMetrics('service'),
      nodeId: undefined,
    }),
  );
}
