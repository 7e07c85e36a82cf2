import type {PluginHost} from '../../../support/plugin-host.js';
import {ALICE, TOWN_SQUARE} from '../town-square.js';

/** The caller plugin (test/wire/host/caller) on the host under test. */
export interface Caller {
  /** Calls a method of the plugin API and returns its results; `[]byte` is base64, an AppError an object. */
  call: (method: string, ...args: unknown[]) => Promise<unknown[]>;
  /** The host; only inside a test. */
  host: () => PluginHost;
}

export function createCaller(host: () => PluginHost): Caller {
  return {
    host,
    async call(method, ...args) {
      const command = `/call ${method} ${JSON.stringify(args)}`;
      const {text} = await host().executeCommand({userId: ALICE, channelId: TOWN_SQUARE, command});
      return JSON.parse(text) as unknown[];
    },
  };
}

/** What a method answers that refuses: nothing, and an AppError of this status. */
export function refusal(status: number): unknown[] {
  return [null, {status_code: status}];
}
