import React, {type ReactElement, useEffect} from 'react';
import {CONNECT_PATH, ROUTES_PATH} from '../../contract/routes.js';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';

const PATH = `${ROUTES_PATH}${CONNECT_PATH}`;

/**
 * `/plug/zoom/connect`: Mattermost's login leads to pages of its own alone, so whoever had to sign in first comes here,
 * and goes on to the plugin. The way back leads past this page.
 */
export function ConnectPage(): ReactElement {
  const {page, basePath} = useServices();
  const say = useText();
  useEffect(() => page.replace(PATH), [page]);
  return (
    <main className="zoom-way">
      <p role="status">{say('zoom.connect.text')}</p>
      <a href={`${basePath()}${PATH}`}>{say('zoom.connect.link')}</a>
    </main>
  );
}
