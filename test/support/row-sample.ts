import type {FakeWorld} from './fake-world.js';

export type Outside = Pick<FakeWorld, 'keyValue' | 'clock' | 'random' | 'logger'>;

/** A row of one kind, and what a node does that changes it. */
export interface RowSample {
  key: string;
  holds: 'a list' | 'one record' | 'texts';
  /** A record as it may be stored; of a list, its only element. */
  record: Readonly<Record<string, unknown>>;
  /** It is written once, and never changed. */
  isFinal?: true;
  /** Changes just this record, or (where there is none) whatever else is in the row. */
  write(outside: Outside): Promise<unknown>;
}
