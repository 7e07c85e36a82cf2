import {lookup} from 'node:dns/promises';
import type {SecretText} from '../../core/domain/secret-text.js';
import {isJoinLinkAllowed, type ZoomAddresses} from '../../core/domain/zoom-addresses.js';
import type {ZoomConnection} from '../../core/domain/zoom-connection.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Random} from '../../core/ports/random.js';
import {type Zoom, ZoomError} from '../../core/ports/zoom.js';
import {createCredentials} from './auth/create-credentials.js';
import {createEndpointCaller} from './call-endpoint.js';
import {endpoints} from './endpoints.js';
import {createSendRequest} from './send-request.js';
import {createTransport} from './transport/create-transport.js';

/** Zoom over its REST API, for one consistent set of settings. */
export function createZoom(deps: {
  connection: ZoomConnection;
  addresses: ZoomAddresses;
  clock: Clock;
  random: Random;
  logger: Logger;
}): Zoom {
  const {connection, addresses, clock} = deps;
  const transport = createTransport(addresses, resolveAll);
  const send = createSendRequest({...deps, transport});
  const credentials = createCredentials(connection, {send, clock});
  const {call, find} = createEndpointCaller({send, credentials, clock});

  return {
    signIn: async (signal) => {
      const scopes = await credentials.scopes(signal);
      // A token that we signed ourselves proves nothing until Zoom has seen it.
      if (scopes === undefined) await find(endpoints.findUser, OWNER, signal).catch(unlessSignedIn);
      return {scopes};
    },

    findUser: (email, signal) => find(endpoints.findUser, email, signal),

    createMeeting: async (zoomUserId, topic, signal) => {
      const created = await call(endpoints.createMeeting, {zoomUserId, topic}, signal);
      const {number, uuid, hostId, joinUrl, password} = created;
      if (joinUrl === undefined || !isJoinLinkAllowed(joinUrl, addresses)) throw unsafeLink(number);
      const isInLink = new URL(joinUrl).searchParams.has('pwd');
      return {number, uuid, hostId, joinUrl, passcode: isInLink ? undefined : password};
    },

    meeting: (number, signal) => find(endpoints.getMeeting, number, signal),

    pastMeeting: (uuid, signal) => find(endpoints.getPastMeeting, uuid, signal),

    startLink: async (number, signal): Promise<SecretText | undefined> => {
      const link = await find(endpoints.startLink, number, signal);
      if (link !== undefined && !isJoinLinkAllowed(link.reveal(), addresses)) throw unsafeLink(number);
      return link;
    },
  };
}

/** Stands for whoever the token belongs to. */
const OWNER = 'me';

/** Zoom looks at the token first: who is told anything else has signed in. */
function unlessSignedIn(error: unknown): void {
  const kind = error instanceof ZoomError ? error.problem.kind : undefined;
  if (kind !== 'refused' && kind !== 'missing-scope' && kind !== 'forbidden') throw error;
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, {all: true})).map(({address}) => address);

const unsafeLink = (meetingNumber: string): ZoomError => new ZoomError({kind: 'unsafe-link', meetingNumber});
