import type {RequestHandler} from 'express';

/** What the API answers is for one person, now. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
