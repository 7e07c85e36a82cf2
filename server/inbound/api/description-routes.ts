import type {RequestHandler} from 'express';
import {API_CALLS} from './api-calls.js';
import {API_PAGE_HEADERS, renderApiPage} from './api-page.js';
import {openApiOf, serverUrlAt} from './open-api.js';

export interface DescriptionRoutesDeps {
  publicUrl: string;
}

/** `GET /api/v1/openapi.json`: the API, for programs. */
export function openApiRoute({publicUrl}: DescriptionRoutesDeps): RequestHandler {
  const text = onDemand(() => JSON.stringify(openApiOf(API_CALLS, serverUrlAt(publicUrl))));
  return (_request, response) => void response.type('application/json').send(text());
}

/** `GET /api/v1/docs`: the same, for people. */
export function apiPageRoute({publicUrl}: DescriptionRoutesDeps): RequestHandler {
  const page = onDemand(() => renderApiPage(openApiOf(API_CALLS, serverUrlAt(publicUrl))));
  return (_request, response) => void response.set(API_PAGE_HEADERS).type('text/html').send(page());
}

/** Made when it is asked for first: most servers are never asked. */
function onDemand(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}
