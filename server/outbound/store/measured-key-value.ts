import type {Clock} from '../../core/ports/clock.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {timed} from '../../lib/timed.js';

interface MeasuredDeps {
  keyValue: KeyValue;
  metrics: Pick<Metrics, 'storeSeconds' | 'storeErrors'>;
  clock: Pick<Clock, 'now'>;
}

/** The same store, whose every read and write is counted. */
export function measuredKeyValue({
  keyValue,
  metrics: {storeSeconds, storeErrors},
  clock,
}: MeasuredDeps): KeyValue {
  const measured = async <T>(operation: keyof KeyValue, work: Promise<T>): Promise<T> => {
    try {
      return await timed(clock, work, (seconds) => storeSeconds.observe(seconds, {operation}));
    } catch (error) {
      storeErrors.add({operation});
      throw error;
    }
  };
  return {
    get: (key) => measured('get', keyValue.get(key)),
    put: (...row) => measured('put', keyValue.put(...row)),
    compareAndSet: (...change) => measured('compareAndSet', keyValue.compareAndSet(...change)),
    delete: (key) => measured('delete', keyValue.delete(key)),
  };
}
