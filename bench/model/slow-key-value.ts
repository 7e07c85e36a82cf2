import type {KeyValue} from '../../server/core/ports/key-value.js';
import {pause} from '../../server/lib/pause.js';
import {systemTimers} from '../../server/lib/timers.js';
import {COSTS} from './costs.js';

/** The same store, with the costs of the model, so many times slower. */
export function slowKeyValue(keyValue: KeyValue, slower: number): KeyValue {
  const read = (): Promise<void> => pause(systemTimers, COSTS.read * slower);
  const write = (): Promise<void> => pause(systemTimers, COSTS.keyValueWrite * slower);
  return {
    get: (...args) => read().then(() => keyValue.get(...args)),
    put: (...args) => write().then(() => keyValue.put(...args)),
    compareAndSet: (...args) => write().then(() => keyValue.compareAndSet(...args)),
    delete: (...args) => write().then(() => keyValue.delete(...args)),
  };
}
