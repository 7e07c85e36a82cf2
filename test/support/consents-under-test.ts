import type {Ended, Grant, GrantEnd} from '../../server/core/domain/grant.js';
import {ownerName} from '../../server/core/domain/grant.js';
import {SecretText} from '../../server/core/domain/secret-text.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {createGrants} from '../../server/outbound/store/grants.js';
import type {KeyRing} from '../../server/outbound/store/key-ring.js';
import {createLeases} from '../../server/outbound/store/leases.js';
import {createConsentedCredentials} from '../../server/outbound/zoom/auth/consented.js';
import type {TokenEndpoint} from '../../server/outbound/zoom/auth/token-endpoint.js';
import {createCountingRandom} from './counting-random.js';
import {createFakeTokenEndpoint, type FakeTokenEndpoint} from './fake-token-endpoint.js';
import {createManualClock} from './manual-clock.js';
import {createMemoryKeyValue} from './memory-key-value.js';
import {mattermostId} from './mattermost-id.js';
import {createRecordingLogger} from './recording-logger.js';

export const ANA = mattermostId('ana');
export const BEN = mattermostId('ben');

/** Seals without any cryptography, which would take its own time beside the clock of a test. */
export const plainKeys: KeyRing = {
  seal: async (text, sealedFor) => JSON.stringify({text, sealedFor}),
  open: async (sealed, sealedFor) => {
    const {text, ...made} = JSON.parse(sealed) as {text: string; sealedFor: unknown};
    return JSON.stringify(made.sealedFor) === JSON.stringify(sealedFor) ? {text, isOld: false} : undefined;
  },
};

/** What outlives every process: the store, Zoom, what people were told. */
export type ConsentWorld = ReturnType<typeof createConsentWorld>;

export function createConsentWorld() {
  const clock = createManualClock();
  return {
    clock,
    random: createCountingRandom(),
    logger: createRecordingLogger(),
    keyValue: createMemoryKeyValue(clock),
    zoom: createFakeTokenEndpoint(clock),
    /** Whom somebody told of an end, and why. */
    told: [] as {who: string; because: GrantEnd}[],
  };
}

/** A process with its own memory. What it does not share with others may be given. */
export function createConsentNode(
  world: ConsentWorld,
  own: {
    keyValue?: KeyValue;
    zoom?: Pick<FakeTokenEndpoint, 'refresh' | 'revoke' | 'prove'>;
    keys?: KeyRing;
  } = {},
) {
  const {clock, random, logger, told} = world;
  const {keyValue = world.keyValue, zoom = world.zoom, keys = plainKeys} = own;
  const rows = {keyValue, clock, random, logger};
  const leases = createLeases(rows);
  const grants = createGrants({...rows, leases, keys});
  const credentials = createConsentedCredentials(
    {
      kind: 'consented',
      client: {id: 'client', secret: new SecretText('secret')},
      ownerOf: (subject) =>
        subject.kind === 'server' ? {kind: 'account'} : {kind: 'person', userId: subject.userId},
    },
    {
      grants,
      clock,
      endpoint: zoom as TokenEndpoint,
      alone: (owner, work) => leases.hold(`refresh_${ownerName(owner)}`, work, 20_000),
      ended: ({by}: Ended, because) => void told.push({who: by, because}),
    },
  );
  const signal = new AbortController().signal;
  return {
    grants,
    credentials,
    /** The token of a person, as text. */
    token: async (userId: string, until: AbortSignal = signal): Promise<string> =>
      (await credentials.token({kind: 'host', userId, zoomUserId: undefined}, until)).reveal(),
    discard: (userId: string, token: string): boolean =>
      credentials.discard({kind: 'host', userId, zoomUserId: undefined}, new SecretText(token)),
    /** A person consents (anew). */
    connect: (userId: string, zoomUserId: string) =>
      grants.keep(newGrant(world, userId, zoomUserId), async () => false),
  };
}

const newGrant = (
  {zoom, clock}: ConsentWorld,
  userId: string,
  zoomUserId: string,
): Omit<Grant, 'revision'> => ({
  owner: {kind: 'person', userId},
  by: userId,
  since: clock.now(),
  identity: {zoomUserId, email: `${zoomUserId}@example.org`, accountId: 'acc-1'},
  tokens: zoom.consent(zoomUserId),
});
