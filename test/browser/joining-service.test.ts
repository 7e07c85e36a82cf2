import {expect, it} from '@jest/globals';
import {connectBrowser} from '../support/browser.js';
import {newestPrivate, type} from '../support/chat-page.js';
import {openServiceInBrowser} from '../support/service-in-browser.js';
import {watchRequests} from './watch-requests.js';

it('Beside a service, a member joins by a link that they alone get, under their own name', async () => {
  const [{sandbox, ...world}, browser] = await Promise.all([
    openServiceInBrowser({hasWebApp: false, hasEventSite: true}),
    connectBrowser(),
  ]);
  try {
    const ana = await world.windowOf('ana');
    await type(ana, '/zoom start Opening session');
    await newestPrivate(ana).getByText('Your meeting is in the channel').waitFor();
    sandbox.zoom.startMeeting(sandbox.zoom.meetings.at(-1)!.number);
    await sandbox.zoom.webhooksSettled();

    const ben = await world.windowOf('ben');
    await type(ben, '/zoom join');
    await newestPrivate(ben).getByText('in a direct message to you').waitFor();
    await ben.getByRole('navigation', {name: 'Channels'}).getByText('zoom').click();
    const link = ben.getByRole('link', {name: 'Join in the browser'});
    const address = (await link.getAttribute('href')) ?? '';
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const {origin} = new URL(address);
    const watched = watchRequests(page.context(), origin);
    await page.goto(address);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ben Okafor');
    await page.getByRole('button', {name: 'Join meeting'}).click();
    await page.getByText('You are in the meeting.').waitFor();
    expect(sandbox.zoom.sdkJoins).toMatchObject([{origin, code: 0, request: {userName: 'Ben Okafor'}}]);
    expect(await watched.cookies()).toEqual([]);
    // On the service's own address there is no such page.
    const elsewhere = await page.goto(address.replace(origin, world.serviceUrl));
    expect(elsewhere?.status()).toBe(404);
    await world.tidyUp();
  } finally {
    await browser.close();
    await world.close();
  }
}, 60_000);
