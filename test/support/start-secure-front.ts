import {request as ask} from 'node:http';
import {createServer} from 'node:https';
import {connect, type AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';
import {text} from 'node:stream/consumers';
import {createSecureContext} from 'node:tls';

/** Key and certificate in PEM. */
interface Identity {
  key: string;
  cert: string;
}

/** An https server before one that speaks http on this machine. */
export interface SecureFront {
  port: number;
  /** Resolves with the path of the first websocket that was opened through it. */
  webSocket: Promise<string>;
  close(): Promise<void>;
}

/**
 * @param identityOf - by the name that a client asks for
 * @param origin - `http://127.0.0.1:<port>` of who stands behind it
 * @param rewrite - what becomes of each body
 */
export async function startSecureFront({
  identityOf,
  origin,
  rewrite = (body) => body,
}: {
  identityOf: (host: string) => Identity;
  origin: () => string;
  rewrite?: (body: string) => string;
}): Promise<SecureFront> {
  const server = createServer({
    SNICallback: (host, done) => done(null, createSecureContext(identityOf(host))),
  });
  server.on('request', (request, response) => {
    const {method = 'GET', url = '/', headers} = request;
    const onwards = ask(new URL(url, origin()), {
      method,
      headers: {...headers, host: new URL(origin()).host, 'accept-encoding': 'identity'},
    });
    onwards.on('response', (answer) => {
      void text(answer).then((body) => {
        const {'content-length': _length, 'transfer-encoding': _encoding, ...others} = answer.headers;
        response.writeHead(answer.statusCode ?? 502, others).end(rewrite(body));
      });
    });
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  });
  let opened: (path: string) => void;
  const webSocket = new Promise<string>((resolve) => (opened = resolve));
  server.on('upgrade', (request, socket, head) => {
    const onwards = connect(Number(new URL(origin()).port), '127.0.0.1', () => {
      const headers = {...request.headers, host: new URL(origin()).host};
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
      onwards.write([`GET ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onwards.write(head);
      onwards.once('data', () => opened(request.url ?? ''));
      onwards.pipe(socket).pipe(onwards);
    });
    onwards.on('error', () => socket.destroy());
    socket.on('error', () => onwards.destroy());
  });
  server.on('tlsClientError', () => undefined);
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    webSocket,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
