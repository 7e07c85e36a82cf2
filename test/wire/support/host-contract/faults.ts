import {afterEach, describe, expect, it} from '@jest/globals';
import {waitFor} from '../../../support/wait-for.js';
import {ALICE} from '../town-square.js';
import {refusal, type Caller} from './caller.js';

export function describeFaults({call, host}: Caller): void {
  describe('faults', () => {
    afterEach(() => host().liftFaults());

    it('refuse a call with the given status, after so many and so often', async () => {
      await host().fault('GetUser', {kind: 'refuse', status: 503}, {skip: 1, times: 1});
      expect(await call('GetUser', ALICE)).toMatchObject([{id: ALICE}, null]);
      expect(await call('GetUser', ALICE)).toMatchObject(refusal(503));
      expect(await call('GetUser', ALICE)).toMatchObject([{id: ALICE}, null]);
    });

    it('refuse every method by the name of none', async () => {
      await host().fault('*', {kind: 'refuse', status: 500});
      expect(await call('GetUser', ALICE)).toMatchObject(refusal(500));
      expect(await call('KVGet', 'key')).toMatchObject(refusal(500));
    });

    it('hold a call until they are lifted', async () => {
      await host().resetCalls();
      await host().fault('GetUser', {kind: 'hang'});
      const answer = call('GetUser', ALICE);
      await waitFor(host(), async () => (await host().calls()).GetUser);
      await host().liftFaults();
      expect(await answer).toMatchObject([{id: ALICE}, null]);
    });

    it.each([
      ['before', false],
      ['after', true],
    ] as const)('kill the plugin %s a call is carried out', async (moment, carriedOut) => {
      await host().fault('KVSetWithOptions', {kind: 'kill', moment});
      await expect(call('KVSetWithOptions', moment, 'b25l', {})).rejects.toThrow();
      await waitFor(host(), async () => ((await host().pluginPid()) === undefined ? true : undefined));
      await host().liftFaults();
      expect(await host().checkHealth()).toEqual({healthy: false, running: true});
      expect((await host().kv()).has(moment)).toBe(carriedOut);
    });
  });
}
