/** What a server answered; `status` 0: nothing. The body is the JSON that it sent, unchecked. */
export interface Answer {
  status: number;
  body: Readonly<Record<string, unknown>>;
}

/** Asks a path below Mattermost's base path. Never rejects. */
export type Request = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>;

interface RequestDeps {
  fetch: typeof fetch;
  basePath: () => string;
  /** The page's cookies, as in `document.cookie`. */
  cookies: () => string;
}

/** With the session, and past the cache: the browser may have a file from before an update. */
const TERMS = {credentials: 'same-origin', cache: 'no-cache'} as const;

/** Requests with the session of the page. Mattermost accepts a change only with its token against forged requests. */
export const createRequest =
  ({fetch, basePath, cookies}: RequestDeps): Request =>
  async (method, path, body) => {
    const token = /(?:^|; )MMCSRF=([^;]*)/.exec(cookies())?.[1] ?? '';
    try {
      const response = await fetch(`${basePath()}${path}`, {
        method,
        ...TERMS,
        headers: {
          'X-Requested-With': 'XMLHttpRequest',
          ...(method === 'POST' ? {'X-CSRF-Token': token, 'Content-Type': 'application/json'} : {}),
        },
        ...(body === undefined ? {} : {body: JSON.stringify(body)}),
      });
      return {status: response.status, body: await readObject(response)};
    } catch {
      return {status: 0, body: {}};
    }
  };

/** A proxy in front of the server may answer with a page, which counts as an empty object. */
export async function readObject(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const parsed: unknown = await response.json().catch(() => undefined);
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
}
