/** The one tab in which a meeting opens; it must be opened in the click itself, or the browser blocks it. */
export interface MeetingTab {
  /** False: the browser blocked it, or none is wanted. */
  readonly isOpen: boolean;
  go(url: string): void;
  close(): void;
}

/** `waiting` is what the tab says until the address is known. */
export function openTab(waiting: string): MeetingTab {
  const tab = window.open('', '_blank');
  if (tab === null) return noTab;
  // What opens there must not reach back.
  tab.opener = null;
  tab.document.title = waiting;
  tab.document.body.textContent = waiting;
  return {
    isOpen: true,
    go: (url) => tab.location.replace(url),
    close: () => tab.close(),
  };
}

export const noTab: MeetingTab = {isOpen: false, go: () => undefined, close: () => undefined};
