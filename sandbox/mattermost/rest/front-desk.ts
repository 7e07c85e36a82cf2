import type {IncomingMessage} from 'node:http';
import type {Desk, DeskParts} from './desk.js';
import {createRootDesk} from './root-desk.js';
import {createSeatDesk} from './seat-desk.js';
import {seatOf} from './seat.js';

/** Leads a request to where it belongs. `host`: `127.0.0.1:<port>` */
export function createFrontDesk({host, ...parts}: DeskParts & {host: () => string}): Desk {
  // Another site could make its own name lead here, and then read what it likes.
  const isHere = ({headers}: IncomingMessage): boolean =>
    [host(), host().replace('127.0.0.1', 'localhost')].includes(headers.host ?? '');
  const rootDesk = createRootDesk({...parts, isHere});
  const seatDesk = createSeatDesk(parts);
  return async (request, response) => {
    const seat = seatOf(request, parts.state, parts.sessions);
    if (seat === undefined) return rootDesk(request, response);
    if (isHere(request)) return seatDesk(seat, request, response);
    response.writeHead(403).end();
    return 'answered';
  };
}
