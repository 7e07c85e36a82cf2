import {request as ask, type RequestListener} from 'node:http';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../contract/routes.js';

/** As docs/join-page.md has it: the page's paths alone, with the `Host` that was asked for and whose address it was. */
export const leadJoinPage =
  (origin: string): RequestListener =>
  (request, response) => {
    const {method = 'GET', url = '/', headers, socket} = request;
    if (!url.startsWith(`${ROUTES_PATH}${JOIN_PAGE_PATH}/`)) return void response.writeHead(404).end();
    const onwards = ask(new URL(url, origin), {
      method,
      headers: {...headers, 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': 'http'},
    });
    onwards.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  };
