import type {KeyValue} from '../../server/core/ports/key-value.js';
import {pause} from '../../server/lib/pause.js';
import {systemTimers} from '../../server/lib/timers.js';
import {COSTS, SLOWER} from './costs.js';

/** The same store, with the costs of the model. */
export function slowKeyValue(keyValue: KeyValue): KeyValue {
  const read = (): Promise<void> => pause(systemTimers, COSTS.read * SLOWER);
  const write = (): Promise<void> => pause(systemTimers, COSTS.keyValueWrite * SLOWER);
  return {
    get: (...args) => read().then(() => keyValue.get(...args)),
    put: (...args) => write().then(() => keyValue.put(...args)),
    compareAndSet: (...args) => write().then(() => keyValue.compareAndSet(...args)),
    delete: (...args) => write().then(() => keyValue.delete(...args)),
  };
}
