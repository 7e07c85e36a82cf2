import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {GrantOwner} from '../../server/core/domain/grant.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import {systemClock} from '../../server/lib/system-clock.js';
import {systemRandom} from '../../server/lib/system-random.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {createKeyRing} from '../../server/outbound/store/key-ring.js';
import {createMemoryKeyValue} from '../../test/support/memory-key-value.js';
import type {PluginConfig} from '../../test/support/plugin-host.js';
import {createRecordingLogger} from '../../test/support/recording-logger.js';
import {ADMIN, connectedTo, type World} from '../../test/support/world.js';
import {emailOf, type Place} from '../load/seed-places.js';

/** The connections for which somebody has to consent. */
export const CONSENT_MODES = ['user', 'account'] as const;
export type ConsentMode = (typeof CONSENT_MODES)[number];

/** Known beforehand, because consents are put into the store as the product would have stored them. */
const ENCRYPTION_KEY = 'an-encryption-key-for-benchmarks';
const HOUR_MS = 3_600_000;
/** Of the account. */
const OWNER = {userId: ADMIN, email: 'admin@example.com'};

/** Connects the product by that mode, and makes the app in Zoom fit. */
export const connectedBy =
  (mode: ConsentMode) =>
  (zoom: ZoomSimulator): PluginConfig => {
    zoom.setUpApp(mode === 'user' ? 'general_user' : 'general_admin');
    return {...connectedTo(zoom), ConnectionMode: mode, EncryptionKey: ENCRYPTION_KEY};
  };

/** Whoever has to has consented, with tokens that are good for an hour, or have ended just now. */
export async function giveConsents(
  {host, zoom}: Pick<World, 'host' | 'zoom'>,
  mode: ConsentMode,
  places: readonly Place[],
  tokens: 'good' | 'ended' = 'good',
): Promise<void> {
  const keyValue = createMemoryKeyValue(systemClock);
  const keys = createKeyRing(new SecretText(ENCRYPTION_KEY));
  const rows = {keyValue, clock: systemClock, random: systemRandom, logger: createRecordingLogger()};
  const grants = createGrants({...rows, leases: createLeases(rows), keys});
  const keep = async (owner: GrantOwner, by: string, email: string): Promise<void> => {
    const {access_token, refresh_token = '', scope} = zoom.issueTokens(email);
    await grants.keep(
      {
        owner,
        by,
        since: Date.now(),
        identity: {zoomUserId: idOf(zoom, email), email, accountId: zoom.account.id},
        tokens: {
          access: new SecretText(access_token),
          refresh: new SecretText(refresh_token),
          goodUntil: Date.now() + (tokens === 'good' ? HOUR_MS : 0),
          scopes: scope.split(' '),
        },
      },
      async () => false,
    );
  };
  if (mode === 'account') {
    zoom.addUser({email: OWNER.email, role: 'owner'});
    await keep({kind: 'account'}, OWNER.userId, OWNER.email);
  } else {
    const people = new Map(places.map((place) => [place.userId, emailOf(place)]));
    for (const [userId, email] of people) await keep({kind: 'person', userId}, userId, email);
  }
  if (tokens === 'ended') zoom.expireAccessTokens();
  await host.seed({kv: keyValue.rows()});
}

function idOf(zoom: ZoomSimulator, email: string): string {
  const user = zoom.users.find((known) => known.email === email);
  if (user === undefined) throw new Error(`Zoom knows nobody as ${email}`);
  return user.id;
}
