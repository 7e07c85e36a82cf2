import type {Express, Request, Response} from 'express';
import type {ZoomSimulator} from './zoom-simulator.js';

/** Where a join link and a start link lead: in the real Zoom, to the client. */
export function mountPages(app: Express, simulator: ZoomSimulator): void {
  const page = (request: Request, response: Response): void => {
    const meeting = simulator.meetings.findLast(({number}) => String(number) === request.params.number);
    response.type('text').status(meeting ? 200 : 404);
    response.send(meeting ? describe(meeting) : 'Zoom simulator: there is no such meeting.');
  };
  app.get(['/j/:number', '/s/:number'], page);
}

function describe({number, exists, status}: ZoomSimulator['meetings'][number]): string {
  if (!exists) return `Zoom simulator: meeting ${number} has ended.`;
  return status === 'started'
    ? `Zoom simulator: meeting ${number} is on.`
    : `Zoom simulator: meeting ${number} is waiting for its host.`;
}
