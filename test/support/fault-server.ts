import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';

/** Answers one request, well or badly. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface FaultServer {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** What was asked so far, oldest first: `GET /v2/users/…`. */
  readonly requests: readonly string[];
  /** Body bytes that the last answer got rid of before its reader went away. */
  bytesTaken(): number;
  close(): Promise<void>;
}

/** A server on this machine whose every answer the test decides. */
export async function startFaultServer(behave: Behaviour): Promise<FaultServer> {
  const requests: string[] = [];
  let taken = (): number => 0;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const {socket} = request;
    const before = socket.bytesWritten;
    taken = () => socket.bytesWritten - before;
    request.resume();
    request.on('error', () => undefined);
    request.on('end', () => behave(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    bytesTaken: () => taken(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const answerJson =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, {'Content-Type': 'application/json;charset=UTF-8', ...headers});
    response.end(JSON.stringify(body));
  };

export const answerText =
  (status: number, body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) => {
    response.writeHead(status, {'Content-Type': 'text/html', ...headers});
    response.end(body);
  };

export const hang: Behaviour = () => undefined;

/** RST instead of an answer. */
export const reset: Behaviour = ({socket}) => void socket.resetAndDestroy();

/** Less than the header promised, then the connection ends. */
export const truncate: Behaviour = (_request, response) => {
  response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 1000});
  response.write('{"id":', () => response.destroy());
};

/** A beginning, and then nothing more. */
export const stall: Behaviour = (_request, response) => {
  response.writeHead(200, {'Content-Type': 'application/json'});
  response.write('{"id":');
};

export const speakAnotherProtocol: Behaviour = ({socket}) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n');

/** Blanks without end, as fast as they are taken; `length`: what the header promises, chunked without. */
export const flood =
  (length?: number): Behaviour =>
  (_request, response) => {
    const promise = length === undefined ? {} : {'Content-Length': length};
    response.writeHead(200, {'Content-Type': 'application/json', ...promise});
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    response.on('error', () => undefined);
    more();
  };

let bomb: Buffer | undefined;

/** 64 MiB that travel as 64 KiB; packed once, which takes longer than any test with it. */
export const gzipBomb: Behaviour = (_request, response) => {
  bomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
  response.writeHead(200, {'Content-Type': 'application/json', 'Content-Encoding': 'gzip'});
  response.end(bomb);
};

export const redirectTo =
  (location: string): Behaviour =>
  (_request, response) => {
    response.writeHead(302, {Location: location});
    response.end();
  };
