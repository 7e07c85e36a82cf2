import {describe, expect, it} from '@jest/globals';
import {waitFor} from '../../../support/wait-for.js';
import type {Caller} from './caller.js';

const ONE = Buffer.from('one').toString('base64');
const TWO = Buffer.from('two').toString('base64');

export function describeRows({call, host}: Caller): void {
  describe('keys and values', () => {
    it('writes a row and reads it', async () => {
      expect(await call('KVSetWithOptions', 'plain', ONE, {})).toEqual([true, null]);
      expect(await call('KVGet', 'plain')).toEqual([ONE, null]);
      expect((await host().kv()).get('plain')?.toString()).toBe('one');
    });

    it('inserts a row only where there is none', async () => {
      expect(await call('KVSetWithOptions', 'once', ONE, {Atomic: true})).toEqual([true, null]);
      expect(await call('KVSetWithOptions', 'once', TWO, {Atomic: true})).toEqual([false, null]);
      expect(await call('KVGet', 'once')).toEqual([ONE, null]);
    });

    it('compares before it writes', async () => {
      const write = (expected: string): Promise<unknown[]> =>
        call('KVSetWithOptions', 'compared', TWO, {Atomic: true, OldValue: expected});
      await call('KVSetWithOptions', 'compared', ONE, {});
      expect(await write(TWO)).toEqual([false, null]);
      expect(await write(ONE)).toEqual([true, null]);
    });

    it('takes an empty value for a deletion', async () => {
      await call('KVSetWithOptions', 'gone', ONE, {});
      expect(await call('KVSetWithOptions', 'gone', null, {})).toEqual([true, null]);
      expect(await call('KVGet', 'gone')).toEqual([null, null]);
    });

    it('deletes a row', async () => {
      await call('KVSetWithOptions', 'deleted', ONE, {});
      expect(await call('KVDelete', 'deleted')).toEqual([null]);
      expect(await call('KVGet', 'deleted')).toEqual([null, null]);
    });

    it('forgets a row whose time has come', async () => {
      await call('KVSetWithOptions', 'short', ONE, {ExpireInSeconds: 1});
      // The call itself is a change of the host, after which it is made again.
      await waitFor(host(), async () => ((await call('KVGet', 'short'))[0] === null ? true : undefined));
      expect((await host().kv()).has('short')).toBe(false);
    });

    it.each([
      ['a key of 151 characters', 'k'.repeat(151), {}],
      ['an old value without a comparison', 'key', {OldValue: ONE}],
    ])('refuses %s', async (_, key, options) => {
      expect(await call('KVSetWithOptions', key, ONE, options)).toMatchObject([false, {status_code: 400}]);
    });

    it('lists the keys in their order, page by page, ten to a page where nothing else is asked for', async () => {
      const keys = Array.from({length: 12}, (_, index) => `0_${String.fromCharCode(108 - index)}`);
      for (const key of keys) await call('KVSetWithOptions', key, ONE, {});
      const sorted = keys.toSorted();
      expect(await call('KVList', 0, 5)).toEqual([sorted.slice(0, 5), null]);
      expect(await call('KVList', 1, 5)).toEqual([sorted.slice(5, 10), null]);
      expect(await call('KVList', -1, 0)).toEqual([sorted.slice(0, 10), null]);
      const [beyond] = await call('KVList', 1_000, 100);
      expect(beyond ?? []).toEqual([]);
    });

    it('finds the rows that an earlier version left', async () => {
      await host().seed({kv: {post_meeting_1: 'one'}});
      expect(await call('KVGet', 'post_meeting_1')).toEqual([ONE, null]);
    });
  });
}
