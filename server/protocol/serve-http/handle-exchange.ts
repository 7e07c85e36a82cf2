import type {Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {RpcConnectionError, RpcError} from '../../wire/netrpc/rpc-error.js';
import type {HttpRequest} from '../models/http-request.js';
import type {ReportFailure} from '../report-failure.js';
import {forwardRequest, type ForwardedRequest} from './forward-request.js';
import {relayResponse, type ResponseProgress} from './relay-response.js';
import {openRequestBody} from './request-body.js';
import {RequestError} from './request-error.js';
import type {ResponseWriter} from './response-writer.js';

/** One HTTP request of the server and the two ways back. */
export interface HttpExchange {
  readonly request: HttpRequest;
  readonly body: Duplex | undefined;
  readonly writer: ResponseWriter;
}

/**
 * Lets `server` answer one request. Never rejects: the server would write its own error page behind what has
 * been sent. What fails is reported, and answered with 500 while that is possible.
 */
export async function handleExchange(
  server: Server,
  {request, body, writer}: HttpExchange,
  report: ReportFailure,
): Promise<void> {
  const progress: ResponseProgress = {headSent: false};
  let forwarded: ForwardedRequest | undefined;
  try {
    const [serverHeader, content] = await Promise.all([
      writer.Header({}),
      body === undefined ? undefined : openRequestBody(request.Header ?? {}, body),
    ]);
    forwarded = forwardRequest(server, request, content);
    await relayResponse(await forwarded.response, writer, serverHeader, progress);
  } catch (error) {
    if (!isOfClient(error)) report('An HTTP request was not answered', error);
    if (!progress.headSent) await answerShortly(writer, error instanceof RequestError ? error.status : 500);
  } finally {
    forwarded?.abandon();
    // The server keeps the body open until we let go of it, read or not.
    body?.end(() => body.destroy());
  }
}

/** A client that sends nonsense or goes away is not worth telling the administrator about. */
function isOfClient(error: unknown): boolean {
  return error instanceof RequestError || error instanceof RpcError || error instanceof RpcConnectionError;
}

async function answerShortly(writer: ResponseWriter, status: 400 | 500 | 501): Promise<void> {
  try {
    await writer.WriteHeader(status);
  } catch {
    // The client has gone away.
  }
}
