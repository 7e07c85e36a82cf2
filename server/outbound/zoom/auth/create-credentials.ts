import type {ZoomConnection} from '../../../core/domain/zoom-connection.js';
import type {Clock} from '../../../core/ports/clock.js';
import type {SendRequest} from '../send-request.js';
import type {Credentials} from './credentials.js';
import {createJwtCredentials} from './jwt.js';
import {createServerToServerCredentials} from './server-to-server.js';

/** One row per way to connect. */
export function createCredentials(
  connection: ZoomConnection,
  deps: {send: SendRequest; clock: Clock},
): Credentials {
  switch (connection.mode) {
    case 'server_to_server':
      return createServerToServerCredentials(connection, deps);
    case 'jwt':
      return createJwtCredentials(connection, deps.clock);
  }
}
