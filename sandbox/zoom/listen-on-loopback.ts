import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A server for this machine only. `close` ends all connections and may be called twice. */
export async function listenOnLoopback(
  app: RequestListener,
  port: number,
): Promise<{origin: string; close: () => Promise<void>}> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const {port: bound} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
