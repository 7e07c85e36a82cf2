import type {Clock} from '../../core/ports/clock.js';
import type {ZoomResult} from '../../core/ports/metrics/table.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {hasCode} from '../../core/ports/port-error.js';
import {timed} from '../../lib/timed.js';

/** Counts a call and what it comes to, and hands it on. */
export type Measure = <T>(endpoint: string, call: Promise<T>) => Promise<T>;

interface MeasureDeps {
  metrics: Pick<Metrics, 'zoomCalls' | 'zoomSeconds'>;
  clock: Pick<Clock, 'now'>;
}

export const createMeasure =
  ({metrics: {zoomCalls, zoomSeconds}, clock}: MeasureDeps): Measure =>
  async (endpoint, call) => {
    try {
      const answer = await timed(clock, call, (seconds) => zoomSeconds.observe(seconds, {endpoint}));
      zoomCalls.add({endpoint, result: 'ok'});
      return answer;
    } catch (error) {
      zoomCalls.add({endpoint, result: resultOf(error)});
      throw error;
    }
  };

/** A mistake of ours is not Zoom's, but its call did not lead anywhere either. */
const resultOf = (error: unknown): ZoomResult =>
  hasCode(error, 'zoom-trouble') ? error.details.problem.kind : 'not-understood';
