import type {Page, Tab} from '../mattermost/page.js';
import type {Reader} from '../mattermost/reader.js';
import {zoomAppLink} from '../../contract/zoom-app-link.js';

/** What happened when a meeting was to be opened. */
export type Opened = 'tab' | 'app' | 'not-wished' | 'blocked';

/**
 * How this start will open its meeting. It is decided in the click, since a browser blocks a tab that is opened later.
 */
export interface MeetingOpener {
  open(joinUrl: string): Opened;
  /** There is nothing to open: closes the blank tab. */
  giveUp(): void;
}

interface OpenerDeps {
  page: Page;
  reader: Pick<Reader, 'opensMeetings' | 'prefersApp'>;
  /** What the blank tab says while Zoom is being asked. */
  title: string;
  text: string;
}

/** One tab at most, opened in the click. */
export function createMeetingOpener({page, reader, title, text}: OpenerDeps): MeetingOpener {
  const {opensMeetings, prefersApp} = reader;
  const needsTab = opensMeetings && !prefersApp && !page.isDesktopApp;
  const tab: Tab | undefined = needsTab ? page.openTab(title, text) : undefined;
  return {
    open(joinUrl) {
      if (!opensMeetings) return 'not-wished';
      if (tab !== undefined) {
        tab.leadTo(joinUrl);
        return 'tab';
      }
      const appLink = prefersApp ? zoomAppLink(joinUrl) : undefined;
      if (appLink !== undefined) {
        page.launch(appLink);
        return 'app';
      }
      if (needsTab) return 'blocked';
      const opened = page.open(joinUrl);
      // The desktop app passes the address to the system's browser, and answers as if it had refused.
      return opened || page.isDesktopApp ? 'tab' : 'blocked';
    },
    giveUp: () => tab?.close(),
  };
}
