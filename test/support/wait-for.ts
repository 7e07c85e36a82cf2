import type {HostPost, PluginHost} from './plugin-host.js';

/**
 * Looks again after each change of the host until `look` finds something. There is no time limit here: the
 * limit of the test ends a wait in vain.
 */
export async function waitFor<T>(host: PluginHost, look: () => Promise<T | undefined>): Promise<T> {
  let changes = 0;
  let wake = (): void => undefined;
  const stop = host.onChange(() => {
    changes += 1;
    wake();
  });
  try {
    for (;;) {
      const seen = changes;
      const found = await look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (changes !== seen) resolve();
      });
    }
  } finally {
    stop();
  }
}

/** The first post, in order of creation, that satisfies the predicate, now or after a change. */
export async function waitForPost(
  host: PluginHost,
  predicate: (post: HostPost) => boolean,
): Promise<HostPost> {
  return waitFor(host, async () => (await host.posts()).find(predicate));
}
