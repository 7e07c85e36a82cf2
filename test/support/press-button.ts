import type {HttpResponse} from './plugin-host.js';
import type {World} from './world.js';

/** A button's `integration`, as it was drawn. */
export interface Integration {
  url: string;
  context: unknown;
}

interface Presser {
  /** Whose session it is; null: nobody's. */
  userId: string | null;
  /** Who the body says it is; where a session vouches, that is not to be believed. */
  named?: string;
  headers?: Record<string, string>;
}

/** Presses as Mattermost does: a press goes to a plugin without a Content-Type, to anybody else as JSON over HTTP. */
export function pressButton(
  {host}: World,
  {url, context}: Integration,
  {userId, named, headers = {}}: Presser,
): Promise<HttpResponse> {
  return host.http({
    method: 'POST',
    path: new URL(url, host.siteUrl).pathname.replace('/plugins/zoom', ''),
    headers: {...(!host.capabilities.sessions && {'Content-Type': 'application/json'}), ...headers},
    body: JSON.stringify({user_id: named ?? userId, post_id: 'x', channel_id: 'x', context}),
    ...(userId !== null && {userId}),
  });
}
