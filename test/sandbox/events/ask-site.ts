import {request} from 'node:http';
import {text} from 'node:stream/consumers';

export interface Answered {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks a site whose name only browsers lead to this machine. `path`: goes out as it is. */
export function askSite(origin: string, path: string, {method = 'GET', headers = {}, body}: AskOptions = {}) {
  const {host, port} = new URL(origin);
  return new Promise<Answered>((resolve, reject) => {
    const asked = request(
      {host: '127.0.0.1', port, path, method, headers: {Host: host, ...headers}},
      (response) => {
        const {statusCode: status = 0} = response;
        text(response).then((read) => resolve({status, headers: response.headers, body: read}), reject);
      },
    );
    asked.on('error', reject).end(body);
  });
}
