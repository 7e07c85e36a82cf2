import type {Duplex} from 'node:stream';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {hooksService, mattermostCookie} from '../../server/protocol/handshake.js';
import {createHooksClient} from '../../server/protocol/host/hooks-client.js';
import {registeredTypes as named} from '../../server/protocol/registered-types.js';
import {launchPlugin, type LaunchedPlugin} from '../../server/wire/goplugin/host.js';
import {createRpcClient} from '../../server/wire/netrpc/client.js';
import {shared} from '../support/shared/shared.js';

const IDLE_PLUGIN = 'test/protocol/fixtures/idle-plugin.ts';

describe('the end of a plugin', () => {
  let command: string;
  beforeAll(async () => {
    command = (await shared('plugin', IDLE_PLUGIN)).executable;
  });

  const launch = () =>
    launchPlugin({command, cookie: mattermostCookie, env: process.env, onLog: () => undefined});

  /** Activates the plugin with an API that nobody serves. */
  async function activate({broker, dispense}: LaunchedPlugin): Promise<Duplex> {
    const hooks = createHooksClient(createRpcClient(await dispense(hooksService), {named}), broker);
    const [apiId, driverId] = [broker.nextId(), broker.nextId()];
    const [api] = await Promise.all([
      broker.accept(apiId),
      broker.accept(driverId),
      hooks.activate(apiId, driverId),
    ]);
    return api;
  }

  it('comes by itself, with 0, when the server says so', async () => {
    const launched = await launch();
    await activate(launched);
    expect(await launched.stop()).toEqual({code: 0, signal: null});
  });

  it('comes with 1 when its API is lost, so that the health check starts it anew', async () => {
    const launched = await launch();
    const api = await activate(launched);
    api.destroy();
    expect(await launched.exited).toEqual({code: 1, signal: null});
  });
});
