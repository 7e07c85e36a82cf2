import type {RequestHandler} from 'express';

/**
 * Lets in what a browser on this machine opens by the simulator's own address, and nobody's page but the simulator's.
 * Another site could make its own name lead here, or send forms here. `origin`: `http://127.0.0.1:<port>`.
 */
export function fromThisMachine(origin: string): RequestHandler {
  const origins = [origin, origin.replace('127.0.0.1', 'localhost')];
  const hosts = origins.map((own) => new URL(own).host);
  return (request, response, next) => {
    const {host = '', origin: asking} = request.headers;
    const isOurs = hosts.includes(host) && (asking === undefined || origins.includes(asking));
    if (isOurs) next();
    else response.status(403).end();
  };
}
