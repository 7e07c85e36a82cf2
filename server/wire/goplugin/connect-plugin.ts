import type {Duplex} from 'node:stream';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import {createRpcClient} from '../netrpc/client.js';
import {createSession} from '../yamux/session.js';
import {createBroker, type Broker} from './broker.js';
import {control} from './control.js';

/** The host's side of a connection to a plugin. */
export interface PluginConnection {
  readonly broker: Broker;
  /** Connects to a service of the plugin. Rejects with {@link RpcError} if it has none of that name. */
  dispense(name: string): Promise<Duplex>;
  /** Resolves when the plugin answers; waits as long as it takes. */
  ping(): Promise<void>;
  /** Asks the plugin to end its process, and hangs up when it has answered. */
  quit(): Promise<void>;
  close(): void;
  readonly closed: Promise<Error | undefined>;
}

/** Opens the streams a plugin expects on a fresh connection. */
export function connectPlugin(transport: Duplex, clock: Clock = systemClock): PluginConnection {
  const session = createSession(transport, {
    role: 'client',
    clock,
    onStream: (stream) => broker.receive(stream),
  });
  const broker = createBroker(session, clock);
  const calls = createRpcClient(session.open());
  // A plugin's stdout and stderr. Its process has its own, and uses those.
  session.open().resume();
  session.open().resume();

  return {
    broker,
    dispense: async (name) => {
      const id = await calls.call(control.dispense.method, control.dispense.args, name);
      return broker.dial(Number(id));
    },
    ping: async () => void (await calls.call(control.ping.method, control.ping.args, true)),
    quit: async () => {
      try {
        await calls.call(control.quit.method, control.quit.args, true);
      } finally {
        session.close();
      }
    },
    close: () => session.close(),
    closed: session.closed,
  };
}
