import {readSettings} from '../../../server/core/domain/settings.js';
import type {Zoom} from '../../../server/core/ports/zoom.js';
import {createZoom} from '../../../server/outbound/zoom/create-zoom.js';
import {createMetrics} from '../../../server/hosts/metrics/create-metrics.js';
import type {SimulatorUnderTest} from './simulator-under-test.js';
import {noConsents} from '../../support/no-consents.js';
import {noProxy} from '../../support/no-proxy.js';

const ignore = (): void => undefined;

/** What the plugin makes of the settings that the simulated account wants, and its client for them. */
export function connectToSimulator({simulator, clock}: SimulatorUnderTest, mode: string) {
  const {account, url, apiUrl} = simulator;
  const {zoom: settings} = readSettings({
    ConnectionMode: mode,
    AccountID: account.id,
    OAuthClientID: account.clientId,
    OAuthClientSecret: account.clientSecret,
    APIKey: account.apiKey,
    APISecret: account.apiSecret,
    ZoomURL: url,
    ZoomAPIURL: apiUrl,
    AllowInsecureZoomURLs: true,
  });
  if (settings === undefined) throw new Error('The settings lack something');
  const deps = {
    ...settings,
    clock,
    findProxy: noProxy,
    consents: noConsents,
    random: {bytes: (length: number) => new Uint8Array(length)},
    logger: {debug: ignore, info: ignore, warn: ignore, error: ignore},
    metrics: createMetrics('plugin'),
  };
  const zoom: Zoom = createZoom(deps);
  return {zoom, deps};
}
