import type {Broker} from '../../wire/goplugin/broker.js';
import {serveRpc} from '../../wire/netrpc/server.js';
import type {hooks} from '../hooks.js';
import type {Context} from '../models/context.js';
import type {HttpRequest} from '../models/http-request.js';
import {answerRpc, type RpcFunctions} from '../rpc-table.js';
import {responseWriter, type ResponseWriter} from './response-writer.js';
import {serveBody} from './serve-body.js';

/** One HTTP request for a plugin, and where its answer goes. */
export interface HttpCall {
  readonly request: HttpRequest;
  readonly body: AsyncIterable<Uint8Array> | undefined;
  readonly context: Context;
  readonly writer: ResponseWriter;
}

/**
 * Calls the plugin's ServeHTTP hook, or ServeMetrics, which is alike: it dials the answer and the body under the ids
 * that it is given.
 */
export async function sendHttp(
  broker: Broker,
  serveHttp: RpcFunctions<typeof hooks>['ServeHTTP'],
  {request, body, context, writer}: HttpCall,
): Promise<void> {
  const writerId = broker.nextId();
  const bodyId = body === undefined ? 0 : broker.nextId();
  const opened = [
    broker.accept(writerId).then((stream) => serveRpc(stream, answerRpc(responseWriter, writer))),
    ...(body === undefined ? [] : [broker.accept(bodyId).then((stream) => serveBody(stream, body))]),
  ];
  // A plugin that fails before it dials leaves both waiting in vain; the hook itself says what went wrong.
  for (const stream of opened) stream.catch(() => undefined);
  await serveHttp({
    ResponseWriterStream: writerId,
    Request: request,
    Context: context,
    RequestBodyStream: bodyId,
  });
}
