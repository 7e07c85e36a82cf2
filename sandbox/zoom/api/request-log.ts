import type {RequestedGrant} from '../oauth/grant-types.js';
import type {RouteName} from './routes.js';

/** One request to the simulated Zoom. The credentials themselves are not kept. */
export interface RecordedRequest {
  readonly at: number;
  /** `undefined`: nothing is there. */
  readonly route: RouteName | undefined;
  readonly method: string;
  /** With its query; below `/oauth` without, where it may hold credentials. */
  readonly path: string;
  readonly authorization: 'bearer' | 'basic' | 'none';
  /** By which the token endpoint was asked for a token. */
  readonly grant: RequestedGrant | undefined;
  /** Where it was JSON. */
  readonly body: unknown;
  /** `undefined` as long as it is not answered. */
  status: number | undefined;
}
