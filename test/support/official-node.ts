import type {GrantOwner} from '../../server/core/domain/grant.js';
import type {SecretText} from '../../server/core/domain/secret-text.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createOfficialGrants} from '../../server/outbound/store/official/official-grants.js';
import {createTellUnreadable} from '../../server/outbound/store/official/tell-unreadable.js';
import {withOfficialGrants} from '../../server/outbound/store/official/with-official-grants.js';
import type {FakeWorld} from './fake-world.js';
import {OFFICIAL_KEY} from './official-rows.js';

export interface OfficialNodeOptions {
  world: FakeWorld;
  /** How this process reaches the store of the world. */
  keyValue?: KeyValue;
  key?: SecretText;
  superseded: (owner: GrantOwner) => void;
}

/** The grants of one process of the plugin, in a store that may hold rows of the official plugin. */
export function startOfficialNode({
  world,
  keyValue = world.keyValue,
  key = OFFICIAL_KEY,
  superseded,
}: OfficialNodeOptions) {
  const deps = {...world, keyValue};
  const stored = createGrants({...deps, leases: createLeases(deps), keys: createKeyRing(key)});
  const official = createOfficialGrants({
    ...deps,
    grants: stored,
    keys: [key],
    tellUnreadable: createTellUnreadable(world.logger),
    superseded: ({owner}) => superseded(owner),
  });
  return {stored, official, grants: withOfficialGrants(stored, official)};
}
