import type {Locator, Page} from 'playwright-core';
import {type Asked, askAxe, axeScript, hasAxe} from './axe.js';
import {screenshot} from './look.js';

/** Presses a link of the chat page that opens a tab, and shows the tab. */
export async function follow(link: Locator): Promise<Page> {
  const opened = link.page().context().waitForEvent('page');
  await link.click();
  const tab = await opened;
  await tab.waitForLoadState();
  return tab;
}

/** On Zoom's pages: signs in as this person, and agrees or not. */
export async function decide(tab: Page, name: string, answer: 'Allow' | 'Decline' = 'Allow'): Promise<void> {
  await tab.getByRole('button', {name: new RegExp(`^${name}`)}).click();
  await tab.getByRole('button', {name: answer}).click();
}

/** The schemes of a browser, and what is left to ask of a page in the second: only its colours are others there. */
export const IN_BOTH_SCHEMES = [
  ['light', 'everything'],
  ['dark', 'colours'],
] as const;

/** The page says this, can be read by everybody in light and dark, and asks for nothing more. Pictures are kept. */
export async function says(tab: Page, title: string, picture: string): Promise<void> {
  await tab.getByRole('heading', {name: title}).waitFor();
  for (const [colorScheme, asked] of IN_BOTH_SCHEMES) {
    await tab.emulateMedia({colorScheme});
    await screenshot(tab, `${picture}-${colorScheme}`);
    const found = await violationsUnderPolicy(tab, asked);
    if (found.length > 0) throw new Error(`The page “${title}” in ${colorScheme}: ${found.join('; ')}`);
  }
}

/** As `violations`, on a page on which no script may run: axe comes from outside of it. */
export async function violationsUnderPolicy(tab: Page, asked?: Asked): Promise<readonly string[]> {
  if (!(await hasAxe(tab))) await tab.evaluate(axeScript);
  return askAxe(tab, asked);
}
