import React, {type ReactElement} from 'react';
import {zoomAppLink} from '../../contract/zoom-app-link.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useText} from '../text/use-text.js';

interface JoinLinksProps {
  joinUrl: string;
  /** There are other buttons beside it, so show only the way that the reader prefers. */
  isOneEnough: boolean;
}

/** Joins the meeting in the way that the reader prefers, with the other way beside it if there is one. */
export function JoinLinks({joinUrl, isOneEnough}: JoinLinksProps): ReactElement {
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
  if (appLink === undefined) return inBrowser(say('zoom.card.join'), 'zoom-primary');
  return prefersApp ? (
    <>
      {inApp(say('zoom.card.join'), 'zoom-primary')}
      {!isOneEnough && inBrowser(say('zoom.card.joinInBrowser'), 'zoom-link')}
    </>
  ) : (
    <>
      {inBrowser(say('zoom.card.join'), 'zoom-primary')}
      {!isOneEnough && inApp(say('zoom.card.openInApp'), 'zoom-link')}
    </>
  );
}
