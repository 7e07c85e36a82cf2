import type {Browser, BrowserContextOptions, Page} from 'playwright-core';

export interface OpenedJoinPage {
  page: Page;
  /** What the browser did not let the page do, and what went wrong in its script. */
  complaints: readonly string[];
}

/** Windows of people who come to join, one at a time. */
export interface JoinPageWindows {
  /** Nobody was there before, as far as the page can tell. */
  open(address: string, options?: BrowserContextOptions): Promise<OpenedJoinPage>;
  /** What is open is none for others after it: the test is about to change what stays. */
  spoil(): void;
  /** Leaves the page. What it kept in the browser is gone. */
  leave(): Promise<void>;
}

/** A window that was left is taken again: a new one starts a process, which takes as long as a test. */
export function createJoinPageWindows(browser: Browser): JoinPageWindows {
  const free = new Map<string, Page>();
  let now: {page: Page; kind: string; isSpoilt: boolean} | undefined;
  return {
    async open(address, options = {}) {
      const kind = JSON.stringify(options);
      const page = free.get(kind) ?? (await newPage(browser, options));
      free.delete(kind);
      now = {page, kind, isSpoilt: false};
      await page.emulateMedia({colorScheme: options.colorScheme ?? 'light'});
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Permissions policy/i.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(address);
      return {page, complaints};
    },
    spoil() {
      if (now !== undefined) now.isSpoilt = true;
    },
    async leave() {
      if (now === undefined) return;
      const {page, kind, isSpoilt} = now;
      now = undefined;
      if (isSpoilt || page.context().pages().length !== 1) await page.context().close();
      else free.set(kind, await cleared(page));
    },
  };
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(15_000);
  return page;
}

async function cleared(page: Page): Promise<Page> {
  await Promise.all(
    page.frames().map((frame) => frame.evaluate('localStorage.clear()').catch(() => undefined)),
  );
  await page.goto('about:blank');
  await page.context().clearCookies();
  for (const event of ['console', 'pageerror'] as const) page.removeAllListeners(event);
  return page;
}
