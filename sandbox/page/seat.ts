/** The path below which this window lives: `/as/<user name>`. */
export const base = /^\/as\/[^/]+/.exec(window.location.pathname)?.[0] ?? '';

const csrf = (): string => /(?:^|;\s*)MMCSRF=([^;]*)/.exec(document.cookie)?.[1] ?? '';

/** A call of Mattermost's REST API. @throws Error with the server's own sentence */
export async function rest<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${base}/api/v4${path}`, {
    method,
    headers: {
      'X-CSRF-Token': csrf(),
      'X-Requested-With': 'XMLHttpRequest',
      ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body: JSON.stringify(body)}),
  });
  const answer = (await response.json()) as T & {message?: string};
  if (!response.ok) throw new Error(answer.message ?? `The server answered ${response.status}.`);
  return answer;
}
