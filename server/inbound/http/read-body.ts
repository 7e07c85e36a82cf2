import type {RequestHandler} from 'express';

/**
 * Collects the body into `request.body`, a Buffer. More than `limit` bytes are answered with 413 at once, and the rest
 * is not read: Express' own parsers would first wait for the end of a body that may have none.
 */
export const readBody =
  (limit: number): RequestHandler =>
  (request, response, next) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else refuse();
    };
    const end = (): void => {
      request.body = Buffer.concat(chunks, length);
      next();
    };
    const refuse = (): void => {
      request.off('data', take).off('end', end).pause();
      response.status(413).end();
    };
    if (Number(request.get('Content-Length')) > limit) return refuse();
    request.on('data', take).on('end', end);
  };
