import {describe, expect, it} from '@jest/globals';
import {createKeyValue, createListKeys} from '../../../server/hosts/native/key-value.js';
import {describeKeyValue} from '../../contract/key-value-contract.js';
import {createTestServer} from '../../support/test-server.js';

describeKeyValue("Mattermost's key-value store", async () => {
  const {api, clock, faults} = createTestServer();
  return {
    keyValue: createKeyValue(api),
    advance: (ms) => clock.advance(ms),
    fail: () => faults.add('*', {kind: 'refuse', status: 500}),
  };
});

describe("The list of the keys in Mattermost's store", () => {
  it('has pages, the last of which is empty', async () => {
    const {api} = createTestServer();
    for (const key of ['one', 'two', 'three']) await createKeyValue(api).put(key, 'text');
    const pages = await Promise.all([0, 1, 2].map((page) => createListKeys(api)(page, 2)));
    expect(pages).toEqual([['one', 'three'], ['two'], []]);
  });

  it('is no answer where Mattermost fails', async () => {
    const {api, faults} = createTestServer();
    faults.add('KVList', {kind: 'refuse', status: 500});
    await expect(createListKeys(api)(0, 2)).rejects.toMatchObject({code: 'store-unavailable'});
  });
});
