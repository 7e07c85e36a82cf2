import {randomBytes} from 'node:crypto';
import {createServer, type Socket} from 'node:net';
import {join} from 'node:path';
import type {Clock} from '../../lib/clock.js';
import {systemClock} from '../../lib/system-clock.js';
import {GoPluginError} from './go-plugin-error.js';

/** What the kernel takes, with the zero at the end, on the narrowest system. */
const MAX_PATH_BYTES = 103;
/** A host dials as soon as it has read the address; one that has not by then is gone. */
const DIAL_MS = 60_000;

/**
 * Listens on a unix socket in `folder`, says where, and waits for one connection. The socket file is gone as soon
 * as the connection is there, so that not even a crash leaves it behind. Rejects with {@link GoPluginError}.
 */
export async function acceptOne(
  folder: string,
  onListening: (path: string) => void,
  clock: Clock = systemClock,
): Promise<Socket> {
  const path = join(folder, `plugin${randomBytes(6).toString('hex')}`);
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) {
    throw new GoPluginError('address', `the path of the socket is too long: ${path}`);
  }
  return new Promise((resolve, reject) => {
    const server = createServer();
    const cancel = clock.after(DIAL_MS, () => {
      server.close();
      reject(new GoPluginError('too-late', 'nobody connected within 60 s'));
    });
    server.once('error', (error) => {
      cancel();
      reject(new GoPluginError('address', `cannot listen on ${path}`, {cause: error}));
    });
    server.once('connection', (socket) => {
      cancel();
      server.close();
      resolve(socket);
    });
    server.listen(path, () => onListening(path));
  });
}
