import {beforeEach, describe, expect, it} from '@jest/globals';
import {createRow, type Row, type RowPlace} from '../../../../server/outbound/store/row.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createMemoryKeyValue, type MemoryKeyValue} from '../../../support/memory-key-value.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {recordUnreadable} from '../../../../server/core/ports/port-error.js';

/** A list of words, separated by blanks. */
const words = (options: Partial<RowPlace<readonly string[]>> = {}): RowPlace<readonly string[]> => ({
  key: 'row',
  name: 'row',
  read: (stored) => ({value: stored?.split(' ') ?? [], unreadable: 0, write: (value) => value.join(' ')}),
  ttlSeconds: undefined,
  seen: undefined,
  ...options,
});
const logger = createRecordingLogger();

let clock: ManualClock;
let keyValue: MemoryKeyValue;
beforeEach(() => {
  clock = createManualClock();
  keyValue = createMemoryKeyValue(clock);
});

/** `share`: of the longest back-off, 0 to 255. */
const rowOf = (share = 255, options = {}): Row<readonly string[]> =>
  createRow({keyValue, clock, logger, random: {bytes: () => Uint8Array.of(share)}}, words(options));
const add = (word: string) => (current: readonly string[]) => [...current, word];

describe('a row that several processes change', () => {
  it('is written by compare-and-set, and read only once', async () => {
    const row = rowOf();
    await row.update(add('a'));
    await row.update(add('b'));
    expect(keyValue.rows()).toEqual({row: 'a b'});
    expect(keyValue.calls).toEqual(['get row', 'compareAndSet row', 'compareAndSet row']);
    expect(await row.known()).toEqual(['a', 'b']);
  });

  it('is not written when nothing is to be changed', async () => {
    expect(await rowOf().update(() => undefined)).toEqual([]);
    expect(keyValue.calls).toEqual(['get row']);
  });

  it('is not even read first by who knows what is there', async () => {
    await rowOf(255, {seen: {stored: undefined}}).update(add('a'));
    expect(keyValue.calls).toEqual(['compareAndSet row']);
  });

  it('lives as long as it is told to', async () => {
    await rowOf(255, {ttlSeconds: 60}).update(add('a'));
    clock.advance(59_999);
    expect(await rowOf().known()).toEqual(['a']);
    clock.advance(1);
    expect(await rowOf().known()).toEqual([]);
  });

  it('takes the queue of one process without a single defeat', async () => {
    const row = rowOf();
    await Promise.all(['a', 'b', 'c'].map((word) => row.update(add(word))));
    expect(keyValue.rows()).toEqual({row: 'a b c'});
    expect(keyValue.calls).toHaveLength(4);
  });

  it('loses nothing of two processes, who read again after a defeat', async () => {
    const [one, other] = [rowOf(100), rowOf(200)];
    await Promise.all([one.known(), other.known()]);
    await passTimeUntil(clock, Promise.all([one.update(add('a')), other.update(add('b'))]));
    expect(keyValue.rows()['row']?.split(' ').sort()).toEqual(['a', 'b']);
  });

  it('applies the change to the newest value, not to the one that lost', async () => {
    const row = rowOf();
    await row.known();
    await keyValue.put('row', 'theirs');
    expect(await passTimeUntil(clock, row.update(add('mine')))).toEqual(['theirs', 'mine']);
  });

  it('remembers the newest value even when an older read answers late', async () => {
    let answer = (): void => undefined;
    const lateFirstRead = async (): Promise<undefined> => {
      slow.get = (key) => keyValue.get(key);
      await new Promise<void>((resolve) => (answer = resolve));
    };
    const slow = {...keyValue, get: lateFirstRead as MemoryKeyValue['get']};
    const row = createRow({keyValue: slow, clock, logger, random: {bytes: () => Uint8Array.of(0)}}, words());
    const late = row.known();
    await row.update(add('a'));
    answer();
    expect(await late).toEqual(['a']);
    expect(await row.known()).toEqual(['a']);
  });
});

describe('a row that others keep changing', () => {
  const outrun = async (share: number) => {
    const pauses: number[] = [];
    const losing = {...keyValue, compareAndSet: () => Promise.resolve(false)};
    const impatient = {
      now: () => 0,
      after: (ms: number, task: () => void) => {
        pauses.push(ms);
        task();
        return () => undefined;
      },
    };
    const random = {bytes: () => Uint8Array.of(share)};
    const row = createRow({keyValue: losing, clock: impatient, logger, random}, words());
    await expect(row.update(add('a'))).rejects.toMatchObject({code: 'store-unavailable'});
    return pauses;
  };

  it('is given up after twelve tries, with pauses that double up to 400 ms', async () => {
    expect(await outrun(255)).toEqual([5, 10, 20, 40, 80, 160, 320, 400, 400, 400, 400, 400]);
  });

  it('is tried again after a random part of the pause', async () => {
    expect((await outrun(0)).every((pause) => pause === 0)).toBe(true);
  });
});

describe('a row of a store that fails', () => {
  it('rejects, and works again as soon as the store does', async () => {
    const row = rowOf();
    await row.update(add('a'));
    keyValue.fail();
    await expect(row.update(add('b'))).rejects.toMatchObject({code: 'store-unavailable'});
    keyValue.mend();
    expect(await row.update(add('c'))).toEqual(['a', 'c']);
  });

  it('is read again after a failure: nobody knows what was written', async () => {
    const row = rowOf();
    await row.update(add('a'));
    keyValue.fail();
    await row.update(add('b')).catch(() => undefined);
    keyValue.mend();
    await keyValue.put('row', 'a b');
    expect(await row.known()).toEqual(['a', 'b']);
  });
});

describe('a row that cannot be read', () => {
  it('is read again, in case somebody has mended it', async () => {
    const unreadable = {
      read: () => {
        throw recordUnreadable('row');
      },
    };
    const row = rowOf(255, unreadable);
    await expect(row.known()).rejects.toMatchObject({code: 'record-unreadable'});
    await expect(row.update(add('a'))).rejects.toMatchObject({code: 'record-unreadable'});
    expect(keyValue.calls).toEqual(['get row', 'get row']);
  });
});
