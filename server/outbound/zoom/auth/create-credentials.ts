import type {TokenWay} from '../../../core/domain/zoom-connection.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {Measure} from '../measure.js';
import type {Send} from '../repeat.js';
import type {Credentials} from './credentials.js';
import type {ZoomGrants} from '../../../core/ports/zoom.js';
import {createConsentedCredentials} from './consented.js';
import type {TokenEndpoint} from './token-endpoint.js';
import {createGrantedCredentials} from './granted.js';
import {createSignedCredentials} from './signed.js';

interface CredentialsDeps {
  send: Send;
  clock: Clock;
  measure: Measure;
  consents: ZoomGrants;
  /** Where the mode has people consent. */
  endpoint: TokenEndpoint | undefined;
}

/** Each way to get a token has its own file. A mode says which one it uses. */
export function createCredentials(way: TokenWay, deps: CredentialsDeps): Credentials {
  switch (way.kind) {
    case 'granted':
      return createGrantedCredentials(way, deps);
    case 'consented': {
      const {consents, clock, endpoint} = deps;
      if (endpoint === undefined) throw new Error('A consent needs the token endpoint of its app');
      return createConsentedCredentials(way, {...consents, clock, endpoint});
    }
    case 'signed':
      return createSignedCredentials(way, deps);
  }
}
