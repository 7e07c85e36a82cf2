import {expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();
const CONNECT = '/plugins/zoom/oauth2/connect';

it('The page to which Mattermost’s login leads goes on to the plugin, and the way back leads past it', async () => {
  const {page} = await open({scene: {...sampleScene(), route: '/elsewhere'}});
  const length = await page.evaluate(() => history.length);
  await page.evaluate(() => window.testPage.change({route: '/connect'}));
  await page.waitForURL(`**${CONNECT}`);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

it('The page to which Mattermost’s login leads has a link for when nothing happens', async () => {
  const {page} = await open({scene: {...sampleScene(), route: '/elsewhere'}});
  // A browser stays where it is.
  await page.route(`**${CONNECT}`, (route) => route.fulfill({status: 204}));
  await page.evaluate(() => window.testPage.change({route: '/connect'}));
  const link = page.getByRole('link', {name: 'Go on to Zoom'});
  expect(await link.getAttribute('href')).toBe(CONNECT);
  expect(await violations(page)).toEqual([]);
  await screenshot(page, 'connect-page');
});
