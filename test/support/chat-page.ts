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

/** What a person alone saw last. */
export const newestPrivate = (page: Page): Locator => privateMessages(page).last();

/** Presses, and waits until Mattermost has answered: what it came to may be shown before. */
export const pressAndWait = async (page: Page, name: string): Promise<void> => {
  const answered = page.waitForResponse((response) => response.url().includes('/actions/'));
  await Promise.all([answered, pressPrivate(page, name)]);
};

/** Ana has opened a meeting; Ben, who is asked, starts another one all the same. */
export async function startAnother(ana: Page, ben: Page): Promise<void> {
  await type(ana, '/zoom start First');
  await newestPrivate(ana).getByRole('button', {name: 'Start as host'}).waitFor();
  await type(ben, '/zoom start Second');
  await pressPrivate(ben, 'Start another');
  await newestPrivate(ben).getByText('Your meeting is in the channel').waitFor();
}

/** Presses every choice of the settings, each on what the press before has shown. */
export async function chooseEverything(page: Page): Promise<void> {
  await type(page, '/zoom settings');
  for (const [button, state] of [
    ['Do not open my meetings', 'A meeting that you start does not open by itself.'],
    ['Use the Zoom app', 'Join links open in the Zoom app.'],
    ['Use the browser', 'Join links open in the browser.'],
    ['Open my meetings', 'A meeting that you start opens by itself.'],
  ] as const) {
    await pressPrivate(page, button);
    await newestPrivate(page).getByText(state).waitFor();
  }
}
