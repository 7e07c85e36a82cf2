import type {Clock} from '../../core/ports/clock.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import type {ServiceRecords} from '../../core/ports/service-records.js';

/** An opened store, as the composition root hands it to the service. */
export interface OpenStore {
  keyValue: KeyValue;
  records: ServiceRecords;
  /** Rejects when the store does not take a write. */
  ping: () => Promise<void>;
  close(): Promise<void>;
}

/**
 * @throws Error whose message tells an administrator what to do
 */
export type OpensStore = (address: string, deps: {clock: Clock; logger: Logger}) => Promise<OpenStore>;
