import type {RequestHandler} from 'express';

/**
 * Lets in what a browser on this machine opens by the simulator's own address, and nobody's page but the simulator's.
 * Another site could make its own name lead here, or send forms here. `origin`: `http://127.0.0.1:<port>`.
 */
export function fromThisMachine(origin: string): RequestHandler {
  const origins = originsOf(origin);
  const hosts = hostsOf(origin);
  return (request, response, next) => {
    const {host = '', origin: asking} = request.headers;
    const isOurs = hosts.includes(host) && (asking === undefined || origins.includes(asking));
    if (isOurs) next();
    else response.status(403).end();
  };
}

/**
 * Lets in whoever asks by the simulator's own address, from whatever page. A name that another site makes lead here is
 * none.
 */
export function addressedHere(origin: string): RequestHandler {
  const hosts = hostsOf(origin);
  return ({headers}, response, next) => {
    if (hosts.includes(headers.host ?? '')) next();
    else response.status(403).end();
  };
}

const originsOf = (origin: string): string[] => [origin, origin.replace('127.0.0.1', 'localhost')];

const hostsOf = (origin: string): string[] => originsOf(origin).map((own) => new URL(own).host);
