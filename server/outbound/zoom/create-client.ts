import {lookup} from 'node:dns/promises';
import type {ZoomAddresses} from '../../core/domain/zoom-addresses.js';
import type {ZoomConnection} from '../../core/domain/zoom-connection.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import type {Random} from '../../core/ports/random.js';
import type {FindProxy} from '../../network/find-proxy.js';
import type {ZoomConsent} from '../../core/ports/zoom-consent.js';
import type {ZoomGrants} from '../../core/ports/zoom.js';
import {createCredentials} from './auth/create-credentials.js';
import type {Credentials} from './auth/credentials.js';
import {createTokenEndpoint} from './auth/token-endpoint.js';
import {type Call, callEndpoint} from './call-endpoint.js';
import {createConsent} from './consent.js';
import {createMeasure} from './measure.js';
import {createSend, createSendAs} from './repeat.js';
import {createTransport} from './transport.js';
import {createZoomClock} from './zoom-clock.js';

export interface ClientDeps {
  connection: ZoomConnection;
  addresses: ZoomAddresses;
  clock: Clock;
  random: Random;
  logger: Logger;
  metrics: Pick<Metrics, 'zoomCalls' | 'zoomSeconds' | 'clockOffset'>;
  /** The proxy of the environment, for where the addresses name none. */
  findProxy: FindProxy;
  consents: ZoomGrants;
}

/** Zoom's REST API over one connection. Everything rejects with `zoom-trouble` and nothing else. */
export interface ZoomClient extends Pick<Credentials, 'scopes'> {
  /** Calls any row. `undefined`: there is no such thing, where the row knows how Zoom says so. */
  call<Input, Answer>(call: Call<Input, Answer>, input: Input): Promise<Answer | undefined>;
  /** Milliseconds by which Zoom's clock was ahead of ours in its last answer. */
  clockAhead: () => number | undefined;
  /** `undefined`: in this mode nobody has to consent. */
  consent: ZoomConsent | undefined;
}

/** Zoom's name for the owner of a token. */
const OWNER = 'me';

export function createClient(deps: ClientDeps): ZoomClient {
  const {connection, addresses, clock, metrics, findProxy} = deps;
  const zoomClock = createZoomClock(metrics);
  const measure = createMeasure({metrics, clock});
  const transport = createTransport(addresses, {resolve: resolveAll, findProxy});
  const send = createSend({...deps, zoomClock, transport});
  const {token} = connection;
  const endpoint =
    token.kind === 'consented'
      ? createTokenEndpoint({client: token.client, webUrl: addresses.webUrl, send, clock, measure})
      : undefined;
  const credentials = createCredentials(token, {send, clock, measure, endpoint, consents: deps.consents});
  const parts = {sendAs: createSendAs(send, credentials), nameOf: connection.nameOf, addresses, clock};
  const callWith = <Input, Answer>(given: Credentials, call: Call<Input, Answer>, input: Input) =>
    measure(
      call.name,
      callEndpoint({...parts, sendAs: createSendAs(send, given), nameOf: () => OWNER}, call, input),
    );
  return {
    consent: endpoint && createConsent({endpoint, clock, callWith}),
    scopes: (subject, signal) => credentials.scopes(subject, signal),
    call: (call, input) => measure(call.name, callEndpoint(parts, call, input)),
    clockAhead: zoomClock.ahead,
  };
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, {all: true})).map(({address}) => address);
