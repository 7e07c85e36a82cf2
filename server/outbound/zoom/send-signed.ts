import {ZoomError} from '../../core/ports/zoom.js';
import type {Credentials} from './auth/credentials.js';
import type {Deadline} from './deadline.js';
import type {SendRequest} from './send-request.js';
import type {ZoomRequest} from './transport/zoom-request.js';

/** A request to the API that lacks its token. */
export type UnsignedRequest = Omit<Extract<ZoomRequest, {to: 'api'}>, 'to' | 'bearer'>;

/**
 * Sends a request with a token, and once more with a fresh one where Zoom refuses the first. Zoom looks at the token
 * before anything else, so that the refused request has done nothing: even a `POST` may be sent again.
 */
export function createSendSigned(send: SendRequest, credentials: Credentials) {
  return async (request: UnsignedRequest, deadline: Deadline): Promise<unknown> => {
    const bearer = await credentials.token(deadline.signal);
    try {
      return await send({...request, to: 'api', bearer}, deadline);
    } catch (error) {
      const kind = error instanceof ZoomError ? error.problem.kind : undefined;
      if (kind !== 'unauthorized' && kind !== 'missing-scope') throw error;
      const isNextAnother = credentials.discard(bearer);
      // The next token has a scope that was granted just now; but asking at once would rarely meet that moment.
      if (!isNextAnother || kind === 'missing-scope') throw error;
      return send({...request, to: 'api', bearer: await credentials.token(deadline.signal)}, deadline);
    }
  };
}
