import type {RequestHandler} from 'express';
import {refusal} from './refusal.js';

/** Lets JSON through as it is; what is packed could become anything when it is unpacked. */
export const jsonOnly: RequestHandler = (request, _response, next) => {
  const isJson = request.is('application/json') === 'application/json';
  if (isJson && request.get('Content-Encoding') === undefined) next();
  else next(refusal('not_json'));
};
