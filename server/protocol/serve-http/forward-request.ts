import {METHODS, request as send, type ClientRequest, type IncomingMessage, type Server} from 'node:http';
import {Readable, type Duplex} from 'node:stream';
import type {HttpRequest} from '../models/http-request.js';
import {createDuplexPair} from './duplex-pair.js';
import {toNodeHeaders} from './header.js';
import type {RequestBody} from './request-body.js';
import {RequestError} from './request-error.js';
import {requestTarget} from './request-target.js';

/** The answer of the server to come, and how to let go of the request. */
export interface ForwardedRequest {
  readonly response: Promise<IncomingMessage>;
  /** Cuts the connection, so that the listener learns that nobody is waiting any more. */
  abandon(): void;
}

/**
 * Sends one request to `server` through a connection in memory, so that its listener sees what it would see
 * over TCP. Node writes and parses both directions, so that nothing can be injected.
 * @throws RequestError when method, target or headers cannot stand in a request
 */
export function forwardRequest(
  server: Server,
  request: HttpRequest,
  body: RequestBody | undefined,
): ForwardedRequest {
  const [near, far] = createDuplexPair(addressIn(request.RemoteAddr ?? ''));
  const outgoing = open(near, request, body?.chunked === true);
  let isAnswered = false;
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing
      .once('response', (answer) => {
        isAnswered = true;
        resolve(answer);
      })
      .on('error', reject);
  });
  server.emit('connection', far);
  const source = body && Readable.from(body.chunks, {objectMode: false});
  // A body that breaks off ends the request, too, with its own reason, unless there is an answer already.
  const breakOff = (error: Error): void => void (isAnswered || outgoing.destroy(error));
  source?.on('error', breakOff).pipe(outgoing);
  if (source === undefined) outgoing.end();
  const abandon = (): void => {
    outgoing.destroy();
    source?.destroy();
  };
  return {response, abandon};
}

function open(connection: Duplex, request: HttpRequest, isChunked: boolean): ClientRequest {
  const {Method: method = 'GET'} = request;
  // Go takes every token for a method; Node's parser would hang up on one that it does not know, and CONNECT is no
  // request for a resource.
  if (method === 'CONNECT' || !METHODS.includes(method)) throw new RequestError('an unknown method', 501);
  const headers = toNodeHeaders(request.Header ?? {});
  if (request.Host !== undefined) headers['Host'] = request.Host;
  if (isChunked) headers['Transfer-Encoding'] = 'chunked';
  const path = requestTarget(Buffer.from(request.URL ?? []).toString());
  try {
    return send({createConnection: () => connection, method, path, headers});
  } catch (error) {
    throw new RequestError('not a valid HTTP request', 400, {cause: error});
  }
}

/** Go names the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. `undefined`: the server has not said whose it is. */
const addressIn = (remote: string): string | undefined =>
  /^\[?([\d.a-f:]+?)(?:%[^\]]*)?\]?:\d+$/i.exec(remote)?.[1];
