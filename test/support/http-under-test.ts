import {assemble} from '../../server/compose/assemble.js';
import {createFeatures} from '../../server/compose/features.js';
import {CAPABILITIES, type Capabilities} from '../../server/core/domain/capabilities.js';
import {readSettings} from '../../server/core/domain/settings.js';
import {deriveKey} from '../../server/lib/derive-key.js';
import {createFakeHost, site} from './fake-host.js';
import type {FakeWorld} from './fake-world.js';
import {startPluginProcess} from './plugin-process.js';
import {ZOOM_SECRET} from './sign-webhook.js';
import {siteAnswer} from './site-answer.js';

export const URL_SECRET = 'url-secret';
const ENCRYPTION_KEY = 'encryption-key';
export const ACTION_KEY = deriveKey(ENCRYPTION_KEY, 'action-hmac/v1');
export const TICKET_KEY = deriveKey(ENCRYPTION_KEY, 'host-ticket-hmac/v1');
export const JOIN_TICKET_KEY = deriveKey(ENCRYPTION_KEY, 'join-ticket-hmac/v1');

const complete = {
  AccountID: 'acc-1',
  OAuthClientID: 'client-1',
  OAuthClientSecret: 'client-secret',
  WebhookSecret: URL_SECRET,
  ZoomWebhookSecret: ZOOM_SECRET,
  EncryptionKey: ENCRYPTION_KEY,
};

/** The product as it is composed, on a world in memory; `plugin` is another process of it. */
export function createHttpUnderTest(
  world: FakeWorld,
  changes: Record<string, unknown> = {},
  capabilities: Capabilities = CAPABILITIES.plugin,
) {
  const stored = {...complete, ...changes};
  const host = createFakeHost(world, {capabilities, loadSettings: async () => stored});
  const lasting = createFeatures(host, {
    connectZoom: () => world.zoom,
    probeSite: async () => siteAnswer(405),
  });
  const {serveHttp} = assemble(lasting, {settings: readSettings(stored), former: {}, site});
  return {
    app: serveHttp,
    plugin: startPluginProcess(world),
    /** Resolves when nothing runs any more beside the answers. */
    drained: () => lasting.work.drained(1),
  };
}
