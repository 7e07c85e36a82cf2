import {expect, it} from '@jest/globals';
import {connectBrowser} from '../support/browser.js';
import {newestPrivate, type} from '../support/chat-page.js';
import {openServiceInBrowser} from '../support/service-in-browser.js';
import {pasteStream, streamUrlIn} from './organise.js';

it('Beside a service, an attendee of the event site joins in a frame that fills the page', async () => {
  const [{sandbox, ...world}, browser] = await Promise.all([
    openServiceInBrowser({hasWebApp: false, hasEventSite: true}),
    connectBrowser(),
  ]);
  try {
    const ana = await world.windowOf('ana');
    await type(ana, '/zoom start Opening session');
    await newestPrivate(ana).getByText('Your meeting is in the channel').waitFor();
    await type(ana, '/zoom stream-url');
    await newestPrivate(ana).getByText('in a direct message to you').waitFor();
    await ana.getByRole('navigation', {name: 'Channels'}).getByText('zoom').click();
    const said = ana.locator('article').filter({hasText: 'Stream URL of'});
    const streamUrl = await streamUrlIn(said);
    const attendee = await browser.newPage();
    attendee.setDefaultTimeout(15_000);
    await pasteStream(attendee, {
      eventSite: sandbox.eventSite,
      streamUrl,
      way: 'In a frame that fills the page',
    });
    sandbox.zoom.startMeeting(sandbox.zoom.meetings.at(-1)!.number);
    const frame = attendee.frameLocator('iframe');
    await frame.getByRole('button', {name: 'Join meeting'}).click();
    await frame.getByText('You are in the meeting.').waitFor();
    expect(sandbox.zoom.sdkJoins).toMatchObject([{code: 0, request: {userName: 'Zoe Marsh'}}]);
    await world.tidyUp();
  } finally {
    await browser.close();
    await world.close();
  }
}, 60_000);
