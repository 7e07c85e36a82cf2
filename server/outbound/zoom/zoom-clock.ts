import type {Metrics} from '../../core/ports/metrics.js';
import type {Exchange} from './transport.js';

/** Zoom's clock, as far as its answers tell it. */
export interface ZoomClock {
  /** @param now when the answer had come, ms since the epoch */
  hear: (exchange: Exchange, now: number) => void;
  /** Milliseconds by which it was ahead of ours in the last answer. */
  ahead: () => number | undefined;
}

/** The `Date` of an answer (RFC 9110 §6.6.1) is in whole seconds. What is not JSON is not Zoom's. */
export function createZoomClock({clockOffset}: Pick<Metrics, 'clockOffset'>): ZoomClock {
  let ahead: number | undefined;
  return {
    hear(exchange, now) {
      if (exchange.kind !== 'answered' || exchange.content.kind !== 'json') return;
      const told = Date.parse(exchange.headers['date'] ?? '');
      if (Number.isNaN(told)) return;
      ahead = told - now;
      clockOffset.set(ahead / 1000);
    },
    ahead: () => ahead,
  };
}
