import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {chromium, type Page} from 'playwright-core';
import {buildPage} from '../sandbox/browser/build-page.js';
import {createSandbox, type Sandbox} from '../sandbox/sandbox.js';
import {buildJoinPage} from '../scripts/build-join-page.js';
import {buildPlugin} from '../scripts/build-plugin.js';
import {webappScript} from '../scripts/build-webapp.js';
import {browserOptions} from '../test/support/browser-options.js';
import type {Benchmark} from './benchmark.js';
import {median} from './report/percentile.js';
import {rounded} from './report/rounded.js';

const CLICKS = 9;
const CARDS = 200;

/**
 * What the web app costs: its script, and that of the page to join; the way from a click to a card on the screen, a
 * channel full of cards.
 */
export const measureWeb: Benchmark = async (workshop) => {
  const {folder} = await buildPlugin({outDir: join(workshop.scratch, 'web')});
  const script = await readFile(join(folder, webappScript));
  const sandbox = await createSandbox({pluginDir: folder, buildPage});
  const browser = await chromium.launch(browserOptions());
  try {
    const clicks: number[] = [];
    for (let click = 0; click < CLICKS; click++)
      clicks.push(await clickToCard(await browser.newPage(), sandbox));
    const plain = await timeToShow(await browser.newPage(), fillChannel(sandbox, ''));
    const cards = await timeToShow(await browser.newPage(), fillChannel(sandbox, 'custom_zoom'));
    workshop.note(
      `${CARDS} posts are on the screen after ${Math.round(plain)} ms, as cards after ${Math.round(cards)} ms.`,
    );
    return [
      {name: 'web_script_gzip_kb', value: gzippedKb(script), target: 30},
      {name: 'join_page_script_gzip_kb', value: gzippedKb(await buildJoinPage()), target: 9},
      {name: 'web_click_to_card_ms', value: rounded(median(clicks))},
      {name: 'web_cards_ratio_to_posts', value: rounded(cards / plain)},
    ];
  } finally {
    await browser.close();
    await sandbox.close();
  }
};

const gzippedKb = (script: string | Buffer): number => rounded(gzipSync(script, {level: 9}).length / 1000);

/** From the press of the button to the card in the channel; milliseconds, measured in the page. */
async function clickToCard(page: Page, {mattermost, zoom}: Sandbox): Promise<number> {
  await page.goto(`${mattermost.siteUrl}/as/ana/`);
  const button = page.locator('.channel-header').getByRole('button', {name: 'Start Zoom meeting'});
  await button.waitFor();
  const shown = await page.evaluate<number>(CLICK_AND_WAIT);
  await page.context().close();
  for (const {number, exists} of zoom.meetings) {
    if (!exists) continue;
    zoom.startMeeting(number);
    zoom.endMeeting(number);
  }
  await zoom.webhooksSettled();
  return shown;
}

/** Runs in the page. */
const CLICK_AND_WAIT = `new Promise((resolve) => {
  const cards = () => document.querySelectorAll('.zoom-card').length;
  const before = cards();
  const begin = performance.now();
  new MutationObserver(() => cards() > before && resolve(performance.now() - begin))
    .observe(document.body, {childList: true, subtree: true});
  document.querySelector('.channel-header .zoom-call').click();
})`;

/** A separate channel with posts of one type. @returns the address of Ana's window */
function fillChannel({mattermost}: Sandbox, type: string): {address: string; selector: string} {
  const {state} = mattermost;
  const idOf = (name: string): string =>
    [...state.users.values()].find(({username}) => username === name)?.id ?? '';
  const channel_id = `${type === '' ? 'plain' : 'cards'}channel`.padEnd(26, '0');
  const name = `a-${type === '' ? 'plain' : 'cards'}`;
  mattermost.seed({
    channels: [{id: channel_id, type: 'O', name, display_name: name}],
    members: [{channel_id, user_id: idOf('ana')}],
    posts: Array.from({length: CARDS}, (_, index) => ({
      channel_id,
      user_id: idOf('zoom'),
      type,
      message: `Ana Silva started “Weekly planning”: [Join meeting](https://zoom.us/j/8551234${1000 + index})`,
      create_at: index + 1,
      props: {
        meeting_id: 85512340000 + index,
        meeting_link: `https://zoom.us/j/8551234${1000 + index}`,
        meeting_status: 'STARTED',
        meeting_topic: `Meeting ${index}`,
        zoom_card: {version: 1, id: `${index}`, state: 'live', host_user_id: '', host_name: 'Ana Silva'},
      },
    })),
  });
  return {address: `${mattermost.siteUrl}/as/ana/#${name}`, selector: '.post'};
}

/** From the press on the channel's name until all posts are drawn; milliseconds. */
async function timeToShow(page: Page, {address}: {address: string}): Promise<number> {
  await page.goto(address);
  const name = address.slice(address.indexOf('#') + 1);
  await page.getByRole('button', {name}).waitFor();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.getByRole('button', {name: 'Town Square'}).first().click();
    times.push(await page.evaluate<number>(showScript(name)));
  }
  await page.context().close();
  return median(times);
}

const showScript = (name: string): string => `new Promise((resolve) => {
  const begin = performance.now();
  const button = [...document.querySelectorAll('.side-item')].find((item) => item.textContent.includes('${name}'));
  const look = () =>
    document.querySelectorAll('.post').length >= ${CARDS}
      ? requestAnimationFrame(() => resolve(performance.now() - begin))
      : requestAnimationFrame(look);
  button.click();
  look();
})`;
