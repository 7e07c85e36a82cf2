import React, {type ReactElement} from 'react';
import {zoomAppLink} from '../../contract/zoom-app-link.js';
import type {CardIds} from '../api/answers.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';
import {WayButton} from './way-button.js';

interface JoinLinksProps {
  joinUrl: string;
  /** There are other buttons beside it, so show only the way that the reader prefers. */
  isOneEnough: boolean;
  /** It can be joined on the join page, too; `undefined`: it cannot. */
  joinsOnPage: CardIds | undefined;
}

/**
 * Joins the meeting in the way that the reader prefers, with the other way beside it if there is one: the join page,
 * which needs no app, else Zoom's link in the app or in the browser, from which it leads to the app as well.
 */
export function JoinLinks({joinUrl, isOneEnough, joinsOnPage}: JoinLinksProps): ReactElement {
  const say = useText();
  const {page} = useServices();
  const {prefersApp} = useReader();
  // A phone's browser opens the app for a join link by itself.
  const appLink = page.isMobile ? undefined : zoomAppLink(joinUrl);
  const inApp = (label: string, look: string): ReactElement => (
    // Not in a new tab, which would stay behind empty.
    <a className={`zoom-button ${look}`} href={appLink}>
      {label}
    </a>
  );
  const inBrowser = (label: string, look: string): ReactElement => (
    <a className={`zoom-button ${look}`} href={joinUrl} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
  const second = (): ReactElement | null => {
    if (joinsOnPage !== undefined) return <WayButton way="browser" {...joinsOnPage} isFirst={false} />;
    if (appLink === undefined) return null;
    return prefersApp
      ? inBrowser(say('zoom.card.joinInBrowser'), 'zoom-link')
      : inApp(say('zoom.card.openInApp'), 'zoom-link');
  };
  const first = prefersApp && appLink !== undefined ? inApp : inBrowser;
  return (
    <>
      {first(say('zoom.card.join'), 'zoom-primary')}
      {!isOneEnough && second()}
    </>
  );
}
