import type {Duplex} from 'node:stream';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import type {GobType} from '../gob/type.js';
import {serveRpc, type RpcMethod} from '../netrpc/server.js';
import {createSession} from '../yamux/session.js';
import {createBroker, type Broker} from './broker.js';
import {control} from './control.js';

/** Serves one service of the plugin on a stream of its own, for example with `serveRpc`. */
export type ServeService = (stream: Duplex) => void;

/** The services of a plugin by name, given the broker of the connection. */
export type Dispense = (broker: Broker) => Readonly<Record<string, ServeService>>;

/** Why a plugin's connection is over: the host said so, or it is gone. */
export type ConnectionEnd = 'quit' | 'host-lost';

/** The host hangs up as soon as it has our answer to Control.Quit. This is for a host that does not. */
const HANG_UP_MS = 500;

/** The plugin's side of a connection. Resolves when it is over. */
export async function serveConnection(
  transport: Duplex,
  dispense: Dispense,
  clock: Clock = systemClock,
): Promise<ConnectionEnd> {
  let cancelHangUp: (() => void) | undefined;
  const hangUpSoon = (): void => void (cancelHangUp ??= clock.after(HANG_UP_MS, () => session.close()));
  const serveControl = (stream: Duplex): void => void serveRpc(stream, (name) => methods.get(name));

  // The host opens three streams before any other: control, and what used to be stdout and stderr.
  const first = [serveControl, drain, drain];
  const session = createSession(transport, {
    role: 'server',
    clock,
    onStream: (stream) => {
      const serve = first.shift();
      if (serve) serve(stream);
      else broker.receive(stream);
    },
  });
  const broker = createBroker(session, clock);
  const methods = controlMethods(broker, dispense(broker), hangUpSoon);

  await session.closed;
  cancelHangUp?.();
  return cancelHangUp ? 'quit' : 'host-lost';
}

function controlMethods(
  broker: Broker,
  services: ReturnType<Dispense>,
  onQuit: () => void,
): ReadonlyMap<string, RpcMethod> {
  const serviceByName = new Map(Object.entries(services));
  return new Map([
    method(control.ping, () => ({})),
    method(control.quit, () => {
      onQuit();
      return {};
    }),
    method(control.dispense, (name) => {
      const serve = serviceByName.get(String(name));
      if (!serve) throw new Error(`unknown plugin type: ${String(name)}`);
      const id = broker.nextId();
      // A host that does not dial has changed its mind.
      broker.accept(id).then(serve, () => undefined);
      return id;
    }),
  ]);
}

function method(
  {method, reply}: {method: string; reply: GobType},
  handle: (args: unknown) => unknown,
): [string, RpcMethod] {
  return [method, {reply, handle: async (args) => handle(args)}];
}

/** Reads a stream nobody writes to, and says goodbye when the other side does. */
function drain(stream: Duplex): void {
  stream.resume().once('end', () => stream.end());
}
