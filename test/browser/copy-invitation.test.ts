import {describe, expect, it} from '@jest/globals';
import {refusal} from './sample-import.js';
import {ANA, cardPost, sampleScene, SERIES, WEBINAR} from './sample-scene.js';
import {announced} from './starts.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const INVITATIONS = 'POST /plugins/zoom/api/v1/invitations';
const TEXT = 'Ana Silva is inviting you to a scheduled Zoom meeting.\n\nJoin: https://us02web.zoom.us/j/1';
const scene = sampleScene({posts: [cardPost({...SERIES, state: 'waiting'})], reader: ANA});

describe('The host of a card', () => {
  it('copies Zoom’s own invitation, which is asked for in the press and stays off the page', async () => {
    const {page, asked} = await open({scene, replies: {[INVITATIONS]: () => ({body: {text: TEXT}})}});
    await page.getByRole('button', {name: 'Copy invitation'}).click();
    await page.getByRole('button', {name: 'Invitation copied'}).waitFor();
    await announced(page, 'Invitation copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(TEXT);
    expect(asked.find(({call}) => call === INVITATIONS)?.body).toEqual({
      card_id: 'card1',
      meeting_id: '85512345678',
    });
    expect(await page.content()).not.toContain('is inviting you');
  });

  it.each([
    [
      'the server’s own sentence',
      () => refusal(404, 'meeting_gone', 'Zoom knows no such meeting any more.'),
      'Zoom knows no such meeting any more.',
    ],
    ['what to do when there is no answer', () => 'nothing' as const, 'so nothing was copied'],
  ])('reads %s', async (_what, reply, sentence) => {
    const {page} = await open({scene, replies: {[INVITATIONS]: reply}});
    await page.getByRole('button', {name: 'Copy invitation'}).click();
    await page.getByText(sentence).waitFor();
    expect(await page.getByRole('button', {name: 'Copy invitation'}).count()).toBe(1);
  });

  it('learns where else it is when the browser lets nobody copy', async () => {
    const {page} = await open({scene, replies: {[INVITATIONS]: () => ({body: {text: TEXT}})}});
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('refused'));
      document.execCommand = () => false;
    });
    await page.getByRole('button', {name: 'Copy invitation'}).click();
    await page.getByText('Your browser did not allow copying.').waitFor();
  });
});

it.each([
  ['other people', cardPost({...SERIES, state: 'waiting'}), undefined],
  ['webinars, for which Zoom writes none', cardPost({...WEBINAR, state: 'waiting'}), ANA],
  ['what is over', cardPost({...SERIES, state: 'ended'}), ANA],
])('There is no invitation to copy for %s', async (_whom, post, reader) => {
  const {page} = await open({scene: sampleScene({posts: [post], ...(reader && {reader})})});
  await page.locator('.zoom-card').waitFor();
  expect(await page.getByRole('button', {name: 'Copy invitation'}).count()).toBe(0);
});
