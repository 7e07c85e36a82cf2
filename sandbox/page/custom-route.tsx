import React, {useSyncExternalStore} from 'react';
import {pluginHost, subscribe} from './registry.js';
import {base} from './seat.js';

const PLUG = `${base}/plug/`;

/** What of a plugin this window shows instead of the chat, such as `zoom/connect` of `/plug/zoom/connect`. */
export const customRoute = window.location.pathname.startsWith(PLUG)
  ? window.location.pathname.slice(PLUG.length)
  : undefined;

/** A page of a plugin's own. As in Mattermost, a route holds for everything below it. */
export function CustomRoute({route}: {route: string}): React.ReactElement {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const found = entries.customRoute.find((entry) => `${route}/`.startsWith(`${entry.route}/`));
  if (found === undefined) {
    return (
      <p>
        There is no page <code>/plug/{route}</code>. <a href={`${base}/`}>Back to the channels</a>
      </p>
    );
  }
  const Page = found.component;
  return <Page />;
}
