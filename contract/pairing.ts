import type {Problem} from './problem.js';

/** What a service answers to a browser that is not paired with a person: 401 `not_paired`. */
export interface NotPaired extends Problem {
  /** The browser's secret for {@link PairingClaim}. */
  pairing: string;
}

/** What `POST /api/v1/pairings/claim` takes. */
export interface PairingClaim {
  pairing: string;
}

/** What it answers once the code has been typed. */
export interface PairingToken {
  token: string;
}
