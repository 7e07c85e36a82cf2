import type {BrowserContext, Request} from 'playwright-core';

/** What a page has asked for, as far as it is no business of the pages around it. */
export interface Watched {
  /** Addresses without their query. */
  addresses: () => readonly string[];
  /** Requests that brought a cookie, and answers that set one. */
  cookies: () => Promise<readonly string[]>;
}

/** Watches the requests of every frame of this origin. */
export function watchRequests(context: BrowserContext, origin: string): Watched {
  const asked: Request[] = [];
  context.on('request', (request) => {
    const from = request.isNavigationRequest() ? request.url() : request.frame().url();
    if (new URL(from).origin === origin) asked.push(request);
  });
  return {
    addresses: () => [...new Set(asked.map((request) => request.url().replace(/[?#].*$/, '')))],
    async cookies() {
      const found = await Promise.all(
        asked.map(async (request) => {
          const answered = await (await request.response())?.allHeaders();
          const hasCookie = 'cookie' in (await request.allHeaders()) || 'set-cookie' in (answered ?? {});
          return hasCookie ? [request.url()] : [];
        }),
      );
      return found.flat();
    },
  };
}
