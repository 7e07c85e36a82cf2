import type {RouteName} from './routes.js';

/** One request to the simulated Zoom. The credentials themselves are not kept. */
export interface RecordedRequest {
  readonly at: number;
  /** `undefined`: nothing is there. */
  readonly route: RouteName | undefined;
  readonly method: string;
  readonly path: string;
  readonly authorization: 'bearer' | 'basic' | 'none';
  /** Where it was JSON. */
  readonly body: unknown;
  /** `undefined` as long as it is not answered. */
  status: number | undefined;
}
