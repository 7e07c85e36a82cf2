import {createServer, type RequestListener, type Server} from 'node:http';
import {once} from 'node:events';

/** A server on this machine alone; supertest would listen on every address. */
export async function listen(handle: RequestListener): Promise<Server> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export async function closeServer(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
