import {once} from 'node:events';
import {connect, createServer, type Server, type Socket} from 'node:net';
import {freePort} from '../../sandbox/service/free-port.js';

/** A port through which a server is reached, unless the gate is shut. It begins shut. */
export interface TcpGate {
  readonly port: number;
  open(): Promise<void>;
  /** Cuts all that goes through, and lets nobody in: nobody seems to listen. */
  shut(): Promise<void>;
  /** What is sent from now on is swallowed, and nobody is told, as on a network that has failed. */
  freeze(): void;
  /** Connections from before stay dead, since a part of what was sent on them is missing. New ones work. */
  thaw(): void;
}

export async function createTcpGate(to: number): Promise<TcpGate> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let frozen = new Set<Socket>();
  let isFrozen = false;
  const pass = (outside: Socket): void => {
    const inside = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (chunk) => {
        if (isFrozen || frozen.has(socket)) frozen.add(socket).add(other);
        else other.write(chunk);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  };
  return {
    port,
    async open() {
      server = createServer(pass).listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    async shut() {
      isFrozen = false;
      frozen = new Set();
      sockets.forEach((socket) => socket.destroy());
      if (server === undefined) return;
      server.close();
      await once(server, 'close');
      server = undefined;
    },
    freeze() {
      isFrozen = true;
    },
    thaw() {
      isFrozen = false;
    },
  };
}
