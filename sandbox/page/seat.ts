/** The path below which this window lives: `/as/<user name>`. */
export const base = /^\/as\/[^/]+/.exec(window.location.pathname)?.[0] ?? '';

/**
 * Where a link leads in this window. An address of the plugin's that is made of the Site URL alone belongs to nobody;
 * in the seat it is opened as the person who sits there.
 */
function inSeat(link: string): string {
  const {location} = window;
  if (!URL.canParse(link, location.origin)) return link;
  const {origin, pathname, search, hash} = new URL(link, location.origin);
  const isPlugins = origin === location.origin && pathname.startsWith('/plugins/');
  return isPlugins ? `${base}${pathname}${search}${hash}` : link;
}

/** So do links that are pressed on the page, whoever has drawn them. */
export function keepLinksInSeat(page: Document): void {
  const keep = ({target}: Event): void => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null && link.href !== inSeat(link.href)) link.href = inSeat(link.href);
  };
  // Before anybody hears of it: a press of the middle button, too.
  for (const press of ['click', 'auxclick']) page.addEventListener(press, keep, true);
}

/** Shows an address in a tab of its own. */
export const openTab = (link: string): void => void window.open(inSeat(link), '_blank', 'noopener');

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
