import {copyText, type TextToCopy} from './copy-text.js';

/** A tab that this script opened in a click. */
export interface Tab {
  /** Leads it to an address, with no way back to the blank page. */
  leadTo(url: string): void;
  close(): void;
}

/** What this script does with the browser besides drawing: injected, so that tests see it. */
export interface Page {
  /** In a click only: later a browser blocks it. `undefined`: it was blocked. */
  openTab(title: string, text: string): Tab | undefined;
  /** `false`: it was blocked. */
  open(url: string): boolean;
  /** For addresses that another program opens; the page stays. */
  launch(url: string): void;
  /** Leads this page to a path below Mattermost's own. */
  navigate(path: string): void;
  /** Leads this page to a path of the server's, with no way back to where it is. */
  replace(path: string): void;
  /** Of the address of this page, with its question mark; `''`: there is none. */
  query(): string;
  /** In a press: whether it was in the right-hand side, where a thread has a message box of its own. */
  isPressedAside(): boolean;
  /** In a click. @returns whether it was copied; rejects when the text could not be fetched */
  copy(text: TextToCopy): Promise<boolean>;
  /** Mattermost's desktop app opens web addresses in the system's browser, and has no blank tabs. */
  readonly isDesktopApp: boolean;
  readonly isMobile: boolean;
}

interface HostWindow {
  WebappUtils?: {browserHistory?: {push(path: string): void}};
}

/** The page around the script. */
export const createPage = (host: Window, basePath: () => string): Page => ({
  openTab(title, text) {
    const tab = host.open('about:blank', '_blank');
    if (tab === null) return undefined;
    tab.opener = null;
    tab.document.title = title;
    tab.document.body.textContent = text;
    return {leadTo: (url) => tab.location.replace(url), close: () => tab.close()};
  },
  open: (url) => {
    // With `noopener`, every browser answers null, even if the tab did open.
    const tab = host.open(url, '_blank');
    if (tab !== null) tab.opener = null;
    return tab !== null;
  },
  launch: (url) => host.location.assign(url),
  navigate(path) {
    const history = (host as HostWindow).WebappUtils?.browserHistory;
    if (history === undefined) host.location.assign(`${basePath()}${path}`);
    else history.push(path);
  },
  replace: (path) => host.location.replace(`${basePath()}${path}`),
  query: () => host.location.search,
  isPressedAside() {
    const target = host.event?.target;
    return target instanceof Element && target.closest('#sidebar-right') !== null;
  },
  copy: (text) => copyText(host, text),
  isDesktopApp: /Electron|Mattermost\//.test(host.navigator.userAgent),
  isMobile: /Android|iPhone|iPad|Mobile/.test(host.navigator.userAgent),
});
