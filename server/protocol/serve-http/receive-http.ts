import type {Server} from 'node:http';
import type {Broker} from '../../wire/goplugin/broker.js';
import {createRpcClient} from '../../wire/netrpc/client.js';
import type {hooks} from '../hooks.js';
import type {ReportFailure} from '../report-failure.js';
import {createRpcFunctions, type RpcArgs} from '../rpc-table.js';
import {handleExchange} from './handle-exchange.js';
import {responseWriter} from './response-writer.js';

/**
 * Answers the ServeHTTP hook, or ServeMetrics, which is alike. Both streams are dialled at once: the server holds their
 * ids for 5 s only.
 */
export async function receiveHttp(
  broker: Broker,
  server: Server,
  args: RpcArgs<typeof hooks.ServeHTTP>,
  report: ReportFailure,
): Promise<void> {
  const {ResponseWriterStream = 0, RequestBodyStream = 0, Request: request = {}} = args;
  const [answer, body] = await Promise.all([
    broker.dial(ResponseWriterStream),
    RequestBodyStream === 0 ? undefined : broker.dial(RequestBodyStream),
  ]);
  const client = createRpcClient(answer);
  try {
    await handleExchange(server, {request, body, writer: createRpcFunctions(responseWriter, client)}, report);
  } finally {
    client.close();
  }
}
