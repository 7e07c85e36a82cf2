import type {Clock} from '../../core/ports/clock.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import type {ServiceRecords} from '../../core/ports/service-records.js';

/** A store, as the composition root hands it to the service. Until it is open, everything rejects. */
export interface ServiceStore {
  /**
   * May be called again after a failure.
   * @throws `store-unavailable` when it may work later; Error when somebody has to change something. The message of
   *   either tells an administrator what is wrong.
   */
  open: () => Promise<void>;
  keyValue: KeyValue;
  records: ServiceRecords;
  /** Rejects when the store does not take a write. */
  ping: () => Promise<void>;
  close(): Promise<void>;
}

export type CreatesStore = (address: string, deps: {clock: Clock; logger: Logger}) => ServiceStore;
