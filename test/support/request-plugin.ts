import {request as httpRequest} from 'node:http';
import {buffer} from 'node:stream/consumers';
import type {HttpRequest, HttpResponse} from './plugin-host.js';

/**
 * One request to a plugin through its server. `session` turns a user id into the headers of that user's session.
 * Redirects are not followed and nothing is unpacked: the test sees what was sent.
 */
export async function requestPlugin(
  pluginUrl: string,
  {method = 'GET', path, headers = {}, body, userId}: HttpRequest,
  session: (userId: string) => Record<string, string>,
): Promise<HttpResponse> {
  const sent = {
    ...headers,
    ...(userId === undefined ? {} : session(userId)),
    // For DELETE Node would send a body without its length, which the server takes for the next request.
    ...(body === undefined ? {} : {'Content-Length': String(Buffer.byteLength(body))}),
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${pluginUrl}${path}`, {method, headers: sent}, (response) => {
      const received = new Headers();
      for (const [name, values] of Object.entries(response.headersDistinct)) {
        for (const value of values ?? []) received.append(name, value);
      }
      buffer(response).then(
        (bytes) => resolve({status: response.statusCode ?? 0, headers: received, body: bytes}),
        reject,
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}
