import {once} from 'node:events';
import {createServer, type RequestListener, type Server} from 'node:http';
import {type ConnectionLimits, limitConnections} from './limit-connections.js';

/** A client that sends slowly, or nothing, does not hold a place for long. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
  // A connection that nobody uses is soon gone. A proxy has to give up its own before (docs/standalone.md).
  keepAliveTimeout: 15_000,
} as const;

/** A proxy, or Mattermost, has one address: what it needs in the worst minute of a large company stays well below. */
const CONNECTIONS: ConnectionLimits = {perAddress: 500, inAll: 2_000};

/** @throws the system's error, for example EADDRINUSE */
export async function listen(
  app: RequestListener,
  {host, port}: {host: string; port: number},
  connections = CONNECTIONS,
): Promise<Server> {
  const server = createServer(LIMITS, app);
  limitConnections(server, connections);
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

/** Accepts no new connections. Call the answer to close the remaining ones when their work has ended. */
export function stopListening(server: Server): () => Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  return async () => {
    server.closeAllConnections();
    await closed;
  };
}
