import type {ZoomSimulator} from '../zoom-simulator.js';

export interface ControlRoute {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/simulator`. */
  readonly path: string;
  /** What it answers becomes JSON. */
  readonly run: (simulator: ZoomSimulator, input: ControlInput) => unknown;
}

interface ControlInput {
  /** Of the meeting or webinar that the path names. */
  number: string;
  /** Id or address of the person whom the path names. */
  user: string;
  body: unknown;
}
