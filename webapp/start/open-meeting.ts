import type {Page, Tab} from '../mattermost/page.js';
import type {Reader} from '../mattermost/reader.js';
import {zoomAppLink} from '../../contract/zoom-app-link.js';

/** What became of the wish to open a meeting. */
export type Opened = 'tab' | 'app' | 'not-wished' | 'blocked';

/** How this start is going to open its meeting, decided in the click: after an answer a browser lets no tab open. */
export interface MeetingOpener {
  open(joinUrl: string): Opened;
  /** There is nothing to open: the blank tab goes. */
  giveUp(): void;
}

interface OpenerDeps {
  page: Page;
  reader: Pick<Reader, 'opensMeetings' | 'prefersApp'>;
  /** What the blank tab says while Zoom is asked. */
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
      // The desktop app hands the address to the system's browser and answers as if it had refused.
      return opened || page.isDesktopApp ? 'tab' : 'blocked';
    },
    giveUp: () => tab?.close(),
  };
}
