import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {CreatedThings} from './create-things.js';

/** What the suites of one run share. */
export interface SharedThings {
  /** For the environment of the suites, as `ZOOM_TEST_SHARED`. */
  readonly address: string;
  /** Ends all that was started. */
  close(): Promise<void>;
}

/**
 * Makes what several suites need when the first of them asks, and once: jest runs each file in a world of its own, and
 * several side by side, so that what they share lives outside of them.
 *
 * @param folder - for what is built; below the project
 */
export async function serveShared(folder: string): Promise<SharedThings> {
  // Most runs of a few suites need nothing of it: how things are made is loaded with the first that is asked for.
  let creating: Promise<CreatedThings> | undefined;
  const load = async (): Promise<CreatedThings> => (await import('./create-things.js')).createThings(folder);
  const made = new Map<string, Promise<unknown>>();
  const make = async (name: string, of: string): Promise<unknown> => {
    const {things} = await (creating ??= load());
    const key = `${name} ${of}`;
    const thing = made.get(key) ?? (things as Record<string, (of: string) => Promise<unknown>>)[name]?.(of);
    if (thing === undefined) throw new Error(`Nobody makes ${name}`);
    made.set(key, thing);
    return thing;
  };
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    make(pathname.slice(1), searchParams.get('of') ?? '').then(
      (thing) => response.end(JSON.stringify(thing)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  // A cold build of the Go host takes minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await (await creating)?.end();
    },
  };
}
