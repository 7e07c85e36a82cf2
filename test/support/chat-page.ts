import type {Locator, Page} from 'playwright-core';

/** Sends a message or a command in the open channel. */
export const type = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Write to the channel').fill(text);
  await page.keyboard.press('Enter');
};

export const card = (page: Page, topic: string): Locator =>
  page.getByRole('group', {name: `Zoom meeting: ${topic}`});

/** The button in the channel's header. */
export const callButton = (page: Page): Locator =>
  page.locator('.channel-header').getByRole('button', {name: 'Start Zoom meeting'});

/** Tabs that the page has opened. */
export const tabsOf = (page: Page): number => page.context().pages().length - 1;

/** What the person alone sees in the channel that is open, newest last. */
export const privateMessages = (page: Page): Locator =>
  page.getByRole('log', {name: 'Messages'}).locator('article').filter({hasText: '(Only visible to you)'});

/** Replies show in their thread alone, or in the channel too. */
export async function collapseThreads(page: Page, collapses: boolean): Promise<void> {
  const button = page.getByRole('button', {name: 'Collapsed threads', pressed: !collapses});
  if ((await button.count()) > 0) await button.click();
  await page.getByRole('button', {name: 'Collapsed threads', pressed: collapses}).waitFor();
}

/** Presses a button of the newest private message that has it. */
export const pressPrivate = (page: Page, name: string): Promise<void> =>
  privateMessages(page).getByRole('button', {name, exact: true}).last().click();
