import type {Response} from 'express';

/** How the API says no: `message` is a sentence in the reader's language, fit to be shown as it is. */
export interface ApiProblem {
  status: 400 | 403 | 409 | 410 | 422 | 429 | 503;
  code: string;
  message: string;
  /** Seconds until another try may succeed. */
  retryAfter?: number | undefined;
  /** What else the caller needs to know. */
  more?: Readonly<Record<string, unknown>>;
}

export function sendProblem(response: Response, {status, code, message, retryAfter, more}: ApiProblem): void {
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response.status(status).json({code, message, ...more});
}
