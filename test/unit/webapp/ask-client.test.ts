import {describe, expect, it} from '@jest/globals';
import type {ClientInfo} from '../../../contract/client-info.js';
import type {Asked} from '../../../webapp/api/answers.js';
import {createAskClient} from '../../../webapp/state/ask-client.js';
import {initialState} from '../../../webapp/state/client-state.js';
import {createObservable} from '../../../webapp/state/observable.js';

const info: ClientInfo = {
  configured: true,
  is_admin: false,
  settings_path: '',
  link_hosts: {domains: [], insecure: []},
};

function underTest(answers: Asked<ClientInfo>[]) {
  const state = createObservable(initialState);
  const waiting: {milliseconds: number; then: () => void}[] = [];
  let asked = 0;
  const askClient = createAskClient({
    state,
    random: () => 1,
    api: {
      client: () => {
        asked += 1;
        return Promise.resolve(answers.shift() ?? {kind: 'answer', value: info});
      },
    },
    after: (milliseconds, then) => {
      const entry = {milliseconds, then};
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {state, askClient, waiting, settled, asked: () => asked};
}

describe('What the server tells its clients', () => {
  it('is asked again, later each time, while it does not answer', async () => {
    const failed = {kind: 'failed', status: 0} as const;
    const {state, askClient, waiting, settled} = underTest([failed, failed]);
    askClient.now();
    await settled();
    expect(waiting.map(({milliseconds}) => milliseconds)).toEqual([5_000]);
    waiting[0]?.then();
    await settled();
    expect(waiting.map(({milliseconds}) => milliseconds)).toEqual([20_000]);
    waiting[0]?.then();
    await settled();
    expect([state.get().client, waiting]).toEqual([info, []]);
  });

  it('is asked once for many changes in a row', async () => {
    const {askClient, waiting, settled, asked} = underTest([]);
    for (let change = 0; change < 5; change += 1) askClient.soon();
    expect(waiting).toHaveLength(1);
    waiting[0]?.then();
    await settled();
    expect(asked()).toBe(1);
  });

  it('is not heard any more once the script is switched off', async () => {
    const {state, askClient, waiting, settled} = underTest([]);
    askClient.now();
    askClient.stop();
    await settled();
    expect([state.get().client, waiting]).toEqual([undefined, []]);
  });
});
