import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {ReportFailure} from '../report-failure.js';

/**
 * Handles a request, with Node's own request and response. What it throws or rejects with is reported, and answered
 * with 500. An Express application is one.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import type {HttpListener} from './protocol/serve-http/create-http-server.js';
 *
 * export const serveHttp: HttpListener = express().get('/ping', (_request, response) => {
 *   response.send('pong');
 * });
 * ```
 */
export type HttpListener = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** An HTTP server that never listens: connections are handed to it. A failing listener ends only its own request. */
export function createHttpServer(listener: HttpListener, report: ReportFailure): Server {
  return createServer((request, response) => {
    void answer(listener, request, response, report);
  });
}

async function answer(
  listener: HttpListener,
  request: IncomingMessage,
  response: ServerResponse,
  report: ReportFailure,
): Promise<void> {
  try {
    await listener(request, response);
  } catch (error) {
    report('An HTTP request failed', error);
    if (!response.headersSent) response.writeHead(500).end();
    else if (!response.writableEnded) response.destroy();
  }
}
