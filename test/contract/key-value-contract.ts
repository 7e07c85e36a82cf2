import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {KeyValue} from '../../server/core/ports/key-value.js';

/** A fresh engine, and how to move its time and break it. */
export interface KeyValueUnderTest {
  keyValue: KeyValue;
  advance(ms: number): void;
  /** From now on the engine answers nothing but failures. */
  fail(): void | Promise<void>;
}

/** What every key-value engine does alike. */
export function describeKeyValue(name: string, create: () => Promise<KeyValueUnderTest>): void {
  describe(`the key-value contract on ${name}`, () => {
    let engine: KeyValueUnderTest;
    let keyValue: KeyValue;
    beforeEach(async () => {
      engine = await create();
      keyValue = engine.keyValue;
    });

    describeValues(() => keyValue);
    describeCompareAndSet(() => keyValue);
    describeTimeToLive(() => engine);

    it('says that the store is unavailable when the engine fails', async () => {
      await engine.fail();
      const attempts = [
        keyValue.get('key'),
        keyValue.put('key', 'value'),
        keyValue.compareAndSet('key', undefined, 'value'),
        keyValue.delete('key'),
      ];
      for (const attempt of attempts)
        await expect(attempt).rejects.toMatchObject({code: 'store-unavailable'});
    });
  });
}

function describeValues(keyValue: () => KeyValue): void {
  it('has no value for a key that was never written', async () => {
    expect(await keyValue().get('key')).toBeUndefined();
  });

  it('gives back what was put last', async () => {
    await keyValue().put('key', 'first');
    await keyValue().put('key', 'second');
    expect(await keyValue().get('key')).toBe('second');
  });

  it('keeps any text as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({minLength: 1, unit: 'grapheme'}), async (text) => {
        await keyValue().put('key', text);
        expect(await keyValue().get('key')).toBe(text);
      }),
      {numRuns: 50},
    );
  });

  it('keeps keys of 150 characters apart', async () => {
    const key = 'k'.repeat(149);
    await keyValue().put(`${key}1`, 'one');
    await keyValue().put(`${key}2`, 'two');
    expect(await keyValue().get(`${key}1`)).toBe('one');
  });

  it('keeps a value of 1 MB', async () => {
    const value = 'x'.repeat(1024 * 1024);
    await keyValue().put('key', value);
    expect((await keyValue().get('key')) === value).toBe(true);
  });

  it('deletes, also what is not there', async () => {
    await keyValue().put('key', 'value');
    await keyValue().delete('key');
    await keyValue().delete('key');
    expect(await keyValue().get('key')).toBeUndefined();
  });
}

function describeCompareAndSet(keyValue: () => KeyValue): void {
  it('writes while nothing is there, and only once', async () => {
    expect(await keyValue().compareAndSet('key', undefined, 'mine')).toBe(true);
    expect(await keyValue().compareAndSet('key', undefined, 'yours')).toBe(false);
    expect(await keyValue().get('key')).toBe('mine');
  });

  it('replaces exactly the expected value', async () => {
    await keyValue().put('key', 'old');
    expect(await keyValue().compareAndSet('key', 'other', 'new')).toBe(false);
    expect(await keyValue().compareAndSet('key', 'old', 'new')).toBe(true);
    expect(await keyValue().compareAndSet('key', 'old', 'newer')).toBe(false);
    expect(await keyValue().get('key')).toBe('new');
  });

  it('does not write where a value is expected and nothing is there', async () => {
    expect(await keyValue().compareAndSet('key', 'old', 'new')).toBe(false);
    expect(await keyValue().get('key')).toBeUndefined();
  });

  it('lets one of many win', async () => {
    const attempts = Array.from({length: 20}, (_, index) =>
      keyValue().compareAndSet('key', undefined, `value ${index}`),
    );
    const winners = (await Promise.all(attempts)).flatMap((won, index) => (won ? [index] : []));
    expect(winners).toHaveLength(1);
    expect(await keyValue().get('key')).toBe(`value ${winners[0]}`);
  });
}

function describeTimeToLive(engine: () => KeyValueUnderTest): void {
  it('forgets a value when its time is over', async () => {
    const {keyValue} = engine();
    await keyValue.put('short', 'value', {ttlSeconds: 10});
    await keyValue.put('long', 'value');
    engine().advance(9_000);
    expect(await keyValue.get('short')).toBe('value');
    engine().advance(1_001);
    expect(await keyValue.get('short')).toBeUndefined();
    expect(await keyValue.get('long')).toBe('value');
  });

  it('treats a forgotten value as absent in a compare-and-set, whose own value has a time too', async () => {
    const {keyValue} = engine();
    await keyValue.put('key', 'old', {ttlSeconds: 10});
    engine().advance(10_001);
    expect(await keyValue.compareAndSet('key', 'old', 'wrong')).toBe(false);
    expect(await keyValue.compareAndSet('key', undefined, 'new', {ttlSeconds: 10})).toBe(true);
    engine().advance(10_001);
    expect(await keyValue.get('key')).toBeUndefined();
  });

  it('keeps for good what is put again without a time', async () => {
    const {keyValue} = engine();
    await keyValue.put('key', 'value', {ttlSeconds: 10});
    await keyValue.put('key', 'value');
    engine().advance(10_001);
    expect(await keyValue.get('key')).toBe('value');
  });
}
