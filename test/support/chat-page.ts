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
