import {type Ended, type GrantEnd, type GrantOwner, ownerName} from '../core/domain/grant.js';
import type {Audit} from '../core/ports/audit.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Leases} from '../core/ports/leases.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {ZoomGrants} from '../core/ports/zoom.js';
import {createAuditEnd} from '../inbound/audit-end.js';
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
import {watchedGrants} from '../outbound/store/watched-grants.js';

/** A refresh takes at most ten seconds, and a read and a write of the store. */
const REFRESH_LEASE_MS = 20_000;

/** Who has consented, and what their tokens are sealed with. */
export interface Consents extends ZoomGrants {
  keys: KeyRing;
  /**
   * Those whom the official plugin knew and nobody has needed yet; `undefined`: it has left nothing here, or there is
   * no key to store it with.
   */
  official: OfficialGrants | undefined;
}

interface ConsentsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  audit: Audit;
  keyValue: KeyValue;
  /** The store may hold rows of the official plugin. */
  mayHoldOfficial: boolean;
  leases: Leases;
  /** Runs on beside the caller. A stop of the plugin waits for it. */
  inBackground: (work: Promise<unknown>) => void;
}

/** Who has consented in Zoom, for one consistent set of keys. */
export function composeConsents({
  capabilities,
  chat,
  clock,
  random,
  logger,
  audit,
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
      const auditEnd = createAuditEnd(audit);
      const tellOfEnd = createTellOfEnd({chat, logger, texts, connectUrl});
      const ended = (grant: Ended, because: GrantEnd): void => {
        auditEnd(grant, because);
        inBackground(tellOfEnd(grant, because));
      };
      const superseded = (lost: Ended): void => ended(lost, 'superseded');
      const stored = createGrants({keyValue, clock, random, logger, leases, keys});
      const watched = watchedGrants(stored, superseded);
      const official =
        mayHoldOfficial && encryptionKey !== undefined
          ? createOfficialGrants({
              keyValue,
              clock,
              grants: stored,
              keys: [encryptionKey, ...previousEncryptionKeys],
              tellUnreadable,
              superseded,
            })
          : undefined;
      return {
        keys,
        grants: official === undefined ? watched : withOfficialGrants(watched, official),
        official,
        alone: <T>(owner: GrantOwner, work: () => Promise<T>): Promise<T> =>
          leases.hold(`refresh_${ownerName(owner)}`, work, REFRESH_LEASE_MS),
        ended,
      };
    },
  };
}
