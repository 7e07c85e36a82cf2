import {once} from 'node:events';
import {createServer, type RequestListener, type Server} from 'node:http';

/** A client that sends slowly, or nothing, does not hold a place for long. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16 * 1024,
  keepAliveTimeout: 75_000,
} as const;

const MAX_CONNECTIONS = 2_000;

/** @throws the system's error, for example EADDRINUSE */
export async function listen(
  app: RequestListener,
  {host, port}: {host: string; port: number},
): Promise<Server> {
  const server = createServer(LIMITS, app);
  server.maxConnections = MAX_CONNECTIONS;
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
