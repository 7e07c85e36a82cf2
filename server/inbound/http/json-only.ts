import type {RequestHandler} from 'express';

/** Lets JSON through as it is; what is packed could become anything when it is unpacked. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const isJson = request.is('application/json') === 'application/json';
  if (isJson && request.get('Content-Encoding') === undefined) next();
  else response.status(415).end();
};
