import {createHash} from 'node:crypto';
import {readFile, readlink} from 'node:fs/promises';
import {createServer} from 'node:net';
import {hostname} from 'node:os';

/**
 * An id that this process has to itself while it lives, and that the next one on this machine gets after it. So a
 * process that gets it knows that the one before is gone, however it ended.
 *
 * It names the running system (Linux's boot id), the part of its network that a container sees, the host, and what the
 * caller is `of`. It is held by listening on an abstract socket of that name, of which the kernel gives each name of a
 * network namespace out once, and which ends with its process: https://man7.org/linux/man-pages/man7/unix.7.html
 *
 * @returns `undefined` where there is nothing of the kind, or another process holds it
 */
export async function holdNodeId(of: string): Promise<string | undefined> {
  try {
    const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const network = await readlink('/proc/self/ns/net');
    const id = createHash('sha256')
      .update(JSON.stringify([bootId, network, hostname(), of]))
      .digest('hex');
    await hold(id);
    return id;
  } catch {
    return undefined;
  }
}

/**
 * `sun_path` without the NUL that begins it. Full names are the same in every Node: older ones fill shorter ones up.
 */
const NAME_BYTES = 107;

function hold(id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // It is only there to be taken: nobody is spoken to.
    const server = createServer((socket) => socket.destroy());
    // After that, too: a connection that cannot be accepted is nobody's loss.
    server.on('error', reject);
    server.listen(`\0${id.padEnd(NAME_BYTES, '.')}`, () => {
      server.unref();
      resolve();
    });
  });
}
