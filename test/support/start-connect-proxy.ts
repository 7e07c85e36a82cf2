import {createServer} from 'node:http';
import {connect, type AddressInfo, type Socket} from 'node:net';

/** A proxy as companies have them: it opens tunnels (CONNECT) and forwards nothing that it could read. */
export interface ConnectProxy {
  /** Host and port. */
  address: string;
  /** What it was asked for, such as `CONNECT api.zoom.us:443`. */
  asked: string[];
  close(): Promise<void>;
}

/**
 * @param portOf - the port of this machine that stands for a target; `undefined`: the proxy refuses (403)
 * @param credentials - `name:password` without which it answers 407
 */
export async function startConnectProxy({
  portOf,
  credentials,
}: {
  portOf: (target: string) => number | undefined;
  credentials?: string;
}): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(405).end();
  });
  const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  server.on('connect', (request, socket, head) => {
    const target = request.url ?? '';
    asked.push(`CONNECT ${target}`);
    const port = portOf(target);
    if (wanted !== undefined && request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    } else if (port === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n<h1>Blocked</h1>');
    } else {
      const onwards = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onwards.write(head);
        onwards.pipe(socket).pipe(onwards);
      });
      sockets.add(onwards);
      onwards.on('error', () => socket.destroy());
      socket.on('error', () => onwards.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
