import {describe, expect, it} from '@jest/globals';
import {violations} from './look.js';
import type {OpenedPage, OpenOptions} from './open-test-page.js';
import {EMPTY_SETUP} from './sample-answers.js';
import {sampleScene} from './sample-scene.js';
import type {Reply} from './serve-test-page.js';
import {startButton} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const SETUP = 'GET /plugins/zoom/api/v1/admin/setup';
const TEST = 'POST /plugins/zoom/api/v1/admin/test';
const ENGLISH = 'GET /plugins/zoom/public/admin-texts/en.json';
const SETTINGS = {ConnectionMode: 'jwt', APIKey: 'key', APISecret: '****'};
const wrong = (id: string) => ({id, state: 'wrong', title: id, text: id, settings: []});

function openConsole(locale: string, replies: OpenOptions['replies'] = {}): Promise<OpenedPage> {
  const standard = {
    [SETUP]: () => ({body: EMPTY_SETUP}),
    [TEST]: () => ({body: {checks: [wrong('token'), wrong('scopes')]}}),
  };
  const scene = {...sampleScene({locale}), settings: SETTINGS};
  return open({scene, replies: {...standard, ...replies}});
}

/** Loads the page anew, and keeps which of the plugin's files it asks for. */
async function filesOf(page: OpenedPage['page'], loaded: () => Promise<unknown>): Promise<string[]> {
  const paths: string[] = [];
  page.on('request', (request) => {
    // What the load before may still be asking for is not of this one.
    if (request.isNavigationRequest()) paths.length = 0;
    paths.push(new URL(request.url()).pathname);
  });
  await page.reload();
  await loaded();
  expect(paths).toContain('/main.js');
  return paths.filter((path) => path.startsWith('/plugins/zoom/public/'));
}

describe('The texts of the set-up page', () => {
  it.each([
    ['de-AT', 'de', ['Wie soll sich Mattermost verbinden?', '2 Punkte sind noch offen.']],
    ['pt-BR', 'en', ['How should Mattermost connect?', '2 things still need to be done.']],
  ])('are fetched once: for a reader of %s those in %s', async (locale, language, sentences) => {
    const {page, complaints} = await openConsole(locale);
    // Until it is left, the first page asks for its own texts, even while the second is on its way.
    for (const sentence of sentences.slice(0, 1)) await page.getByText(sentence).waitFor();
    const files = await filesOf(page, async () => {
      await page.locator('.zoom-primary').click();
      for (const sentence of sentences) await page.getByText(sentence).waitFor();
    });
    expect(files).toEqual([`/plugins/zoom/public/admin-texts/${language}.json`]);
    expect(complaints).toEqual([]);
  });

  it('are not fetched for those who chat', async () => {
    const {page} = await open();
    expect(await filesOf(page, () => startButton(page).waitFor())).toEqual([]);
  });

  it('are waited for, in words', async () => {
    let answer = (_: Reply): void => undefined;
    const waiting = new Promise<Reply>((resolve) => (answer = resolve));
    const {page} = await openConsole('en', {[ENGLISH]: () => waiting});
    await page.getByRole('status').getByText('Reading the settings…').waitFor();
    expect(await page.locator('.zoom-steps').count()).toBe(0);
    answer({status: 502, body: {}});
    await page.getByText('The plugin did not answer').waitFor();
  });

  it.each<[string, Reply]>([
    ['are missing', {status: 404, body: {message: 'Not found'}}],
    ['do not come', 'nothing'],
    ['are something else', {body: {'zoom.admin.mode': {}}}],
    ['are a page', {body: '<!doctype html>'}],
  ])('cost no field where they %s', async (_, reply) => {
    const {page} = await openConsole('en', {[ENGLISH]: () => reply});
    await page.getByText('The plugin did not answer, so all fields are shown.').waitFor();
    expect(await page.locator('.field').allInnerTexts()).toEqual(Object.keys(SETTINGS));
    expect(await violations(page)).toEqual([]);
  });
});
