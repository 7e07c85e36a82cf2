import {setTimeout} from 'node:timers/promises';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {COSTS} from './costs.js';

/** The same store, with the costs of the model, so many times slower. */
export function slowKeyValue(keyValue: KeyValue, slower: number): KeyValue {
  const read = (): Promise<void> => setTimeout(COSTS.read * slower);
  const write = (): Promise<void> => setTimeout(COSTS.keyValueWrite * slower);
  return {
    get: (...args) => read().then(() => keyValue.get(...args)),
    put: (...args) => write().then(() => keyValue.put(...args)),
    compareAndSet: (...args) => write().then(() => keyValue.compareAndSet(...args)),
    delete: (...args) => write().then(() => keyValue.delete(...args)),
  };
}
