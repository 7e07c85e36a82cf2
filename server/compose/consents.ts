import {type Grant, type GrantEnd, type GrantOwner, ownerName} from '../core/domain/grant.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Leases} from '../core/ports/leases.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {ZoomGrants} from '../core/ports/zoom.js';
import {createTellOfEnd} from '../inbound/tell-of-end.js';
import type {Situation} from '../inbound/features.js';
import {connectUrlIn} from '../inbound/connect-url.js';
import {texts} from '../messages/texts.js';
import type {Capabilities} from '../core/domain/capabilities.js';
import type {KeyValue} from '../core/ports/key-value.js';
import {createGrants} from '../outbound/store/grants.js';
import {createKeyRing, type KeyRing} from '../outbound/store/key-ring.js';

/** A refresh takes at most ten seconds, and a read and a write of the store. */
const REFRESH_LEASE_MS = 20_000;

interface ConsentsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  keyValue: KeyValue;
  leases: Leases;
  /** Runs on beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Who has consented, and what their tokens are sealed with. */
export interface Consents extends ZoomGrants {
  keys: KeyRing;
}

/** Who has consented in Zoom, for one consistent set of keys. */
export function composeConsents({
  capabilities,
  chat,
  clock,
  random,
  logger,
  keyValue,
  leases,
  inBackground,
}: ConsentsNeeds) {
  return {
    assemble({settings, site}: Situation): Consents {
      const {encryptionKey, previousEncryptionKeys} = settings;
      const keys = createKeyRing(encryptionKey, previousEncryptionKeys);
      const connectUrl = connectUrlIn(site, capabilities);
      const tellOfEnd = createTellOfEnd({chat, logger, texts, connectUrl});
      return {
        keys,
        grants: createGrants({keyValue, clock, random, logger, keys}),
        alone: <T>(owner: GrantOwner, work: () => Promise<T>): Promise<T> =>
          leases.hold(`refresh_${ownerName(owner)}`, work, REFRESH_LEASE_MS),
        ended: (grant: Grant, because: GrantEnd) => inBackground(tellOfEnd(grant, because)),
      };
    },
  };
}
