import React, {type ReactElement, useEffect} from 'react';
import {CONNECT_PATH, JOIN_IN_BROWSER_PATH, ROUTES_PATH} from '../../contract/routes.js';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';

/** A route of ours in the page, and the path of the plugin to which it leads on. */
interface Way {
  route: string;
  path: string;
}

/** To Zoom, where the reader connects their account. */
export const CONNECT_WAY: Way = {route: '/connect', path: CONNECT_PATH};
/** To the join page. */
export const JOIN_WAY: Way = {route: JOIN_IN_BROWSER_PATH, path: JOIN_IN_BROWSER_PATH};

/**
 * `/plug/zoom/…`: Mattermost's login leads to pages of its own alone, so whoever had to sign in first comes here, and
 * goes on to the plugin. The way back leads past this page.
 */
export function WayPage({path}: Pick<Way, 'path'>): ReactElement {
  const {page, basePath} = useServices();
  const say = useText();
  const way = `${ROUTES_PATH}${path}${page.query()}`;
  useEffect(() => page.replace(way), [page, way]);
  return (
    <main className="zoom-way">
      <p role="status">{say('zoom.connect.text')}</p>
      <a href={`${basePath()}${way}`}>{say('zoom.connect.link')}</a>
    </main>
  );
}
