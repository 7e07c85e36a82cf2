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
import {createOfficialGrants, type OfficialGrants} from '../outbound/store/official/official-grants.js';
import {createTellUnreadable} from '../outbound/store/official/tell-unreadable.js';
import {withOfficialGrants} from '../outbound/store/official/with-official-grants.js';

/** A refresh takes at most ten seconds, and a read and a write of the store. */
const REFRESH_LEASE_MS = 20_000;

/** Those who consented, and those whom the official plugin knew and nobody has needed yet. */
export interface Consents extends ZoomGrants {
  /** `undefined`: it has left nothing here, or there is no key to store it with. */
  official: OfficialGrants | undefined;
}

interface ConsentsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  keyValue: KeyValue;
  /** The store may hold rows of the official plugin. */
  mayHoldOfficial: boolean;
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
  mayHoldOfficial,
  leases,
  inBackground,
}: ConsentsNeeds) {
  const tellUnreadable = createTellUnreadable(logger);
  return {
    assemble({settings, site}: Situation): Consents {
      const {encryptionKey, previousEncryptionKeys} = settings;
      const keys = createKeyRing(encryptionKey, previousEncryptionKeys);
      const connectUrl = connectUrlIn(site, capabilities);
      const tellOfEnd = createTellOfEnd({chat, logger, texts, connectUrl});
      const ended = (grant: Pick<Grant, 'owner' | 'by'>, because: GrantEnd): void =>
        inBackground(tellOfEnd(grant, because));
      const stored = createGrants({keyValue, clock, random, logger, keys});
      const official =
        mayHoldOfficial && encryptionKey !== undefined
          ? createOfficialGrants({
              keyValue,
              clock,
              grants: stored,
              keys: [encryptionKey, ...previousEncryptionKeys],
              tellUnreadable,
              superseded: (grant) => ended(grant, 'superseded'),
            })
          : undefined;
      return {
        keys,
        grants: official === undefined ? stored : withOfficialGrants(stored, official),
        official,
        alone: <T>(owner: GrantOwner, work: () => Promise<T>): Promise<T> =>
          leases.hold(`refresh_${ownerName(owner)}`, work, REFRESH_LEASE_MS),
        ended,
      };
    },
  };
}
