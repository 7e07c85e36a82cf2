import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {pairBrowser} from '../support/pair-browser.js';
import type {HostPost, HttpResponse} from '../support/plugin-host.js';
import {cardState, createWorld, type World} from '../support/world.js';

onEachHost('Closing a meeting', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    world.zoom.liftFaults();
  });

  const tokens = new Map<string, string>();
  /** As the card's buttons ask, in the way in which the host knows people. */
  const press = async (what: 'end' | 'cancel', card: HostPost, userId = world.ana): Promise<HttpResponse> => {
    const {id} = card.props['zoom_card'] as {id: string};
    const place = {userId, channelId: world.channelId};
    if (!capabilities.sessions && !tokens.has(userId)) tokens.set(userId, await pairBrowser(world, place));
    return world.host.http({
      method: 'POST',
      path: `/api/v1/meetings/${what}`,
      headers: {
        'Content-Type': 'application/json',
        ...(!capabilities.sessions && {Authorization: `Bearer ${tokens.get(userId)}`}),
      },
      body: JSON.stringify({card_id: id, meeting_id: card.props['meeting_id']}),
      ...(capabilities.sessions && {userId}),
    });
  };
  const said = ({status, body}: HttpResponse): unknown => [status, JSON.parse(body.toString())];
  const started = async (topic = 'Weekly planning'): Promise<HostPost> => {
    await world.type(`/zoom start ${topic}`);
    return world.card();
  };
  const begin = async (): Promise<void> => {
    world.zoom.startMeeting(world.zoom.meetings.at(-1)?.number ?? 0);
    await world.zoom.webhooksSettled();
  };
  /** A token keeps the scopes with which it was given. */
  const lackScope = (route: 'set-meeting-status' | 'delete-meeting', scope: string): void => {
    const message = `Invalid access token, does not contain scopes:[${scope}].`;
    world.zoom.fault({route, times: 1, fault: {kind: 'answer', status: 400, body: {code: 4711, message}}});
  };
  const stateNow = async (): Promise<string> => cardState(await world.card());

  it('ends it for everybody from the card, which says so at once and when Zoom has said so, too', async () => {
    const card = await started();
    await begin();
    expect(said(await press('end', card))).toEqual([200, {}]);
    expect(await stateNow()).toBe('ended');
    expect(world.zoom.meetings.at(-1)?.status).toBe('waiting');
    await world.zoom.webhooksSettled();
    expect((await world.card()).message).toMatch(/“Weekly planning” that Ana Silva started has ended after/);
  });

  it('A-01 ends it for an administrator of the channel, and for no other member', async () => {
    const card = await started();
    await begin();
    expect(said(await press('end', card, world.ben))).toMatchObject([
      403,
      {
        code: 'not_the_host',
        message: 'Only the host of a meeting and the administrators of its channel can end it.',
      },
    ]);
    expect((await world.type('/zoom end', {userId: world.ben})).text).toContain('Only the host of a meeting');
    const member = {channel_id: world.channelId, user_id: world.ben, scheme_admin: true};
    await world.host.seed({members: [member]});
    expect(said(await press('end', card, world.ben))).toEqual([200, {}]);
    const audits = (await world.host.logs())
      .map((entry) => JSON.stringify(entry))
      .filter((line) => line.includes('Audit') && line.includes(world.ben));
    expect(audits.at(-1)).toMatch(/meeting-ended.*channel-admin/);
  });

  it('says what the app in Zoom lacks, and leaves the meeting alone', async () => {
    const card = await started();
    await begin();
    lackScope('set-meeting-status', 'meeting:update:status:admin');
    expect(said(await press('end', card))).toMatchObject([
      503,
      {code: 'zoom_refused', message: expect.stringContaining('`meeting:update:status:admin`')},
    ]);
    expect(await stateNow()).toBe('live');
  });

  it('says that a meeting has not begun that somebody wants to end', async () => {
    const card = await started();
    expect(said(await press('end', card))).toMatchObject([
      409,
      {code: 'has_not_begun', message: expect.stringContaining('`/zoom cancel`')},
    ]);
  });

  it('takes a meeting back that nobody has come to: it is gone in Zoom, and the card is cancelled', async () => {
    const card = await started();
    expect(said(await press('cancel', card, world.ben))).toMatchObject([
      403,
      {code: 'not_the_host', message: 'Only the person who opened a meeting can cancel it.'},
    ]);
    expect(said(await press('cancel', card))).toEqual([200, {}]);
    expect(world.zoom.meetings.at(-1)?.exists).toBe(false);
    expect(await stateNow()).toBe('cancelled');
    expect((await world.card()).message).toBe('Ana Silva cancelled the Zoom meeting “Weekly planning”.');
    expect(said(await press('cancel', card))).toMatchObject([410, {code: 'ended'}]);
  });

  it('closes the card alone where the app may not delete meetings, and says so', async () => {
    const card = await started();
    lackScope('delete-meeting', 'meeting:delete:meeting:admin');
    expect(said(await press('cancel', card))).toEqual([
      200,
      {message: expect.stringContaining('`meeting:delete:meeting:admin`')},
    ]);
    expect(world.zoom.meetings.at(-1)?.exists).toBe(true);
    expect(await stateNow()).toBe('cancelled');
  });

  it('does not take back what has begun, whoever knows of it', async () => {
    const card = await started();
    await begin();
    expect(said(await press('cancel', card))).toMatchObject([409, {code: 'has_begun'}]);
    expect(world.zoom.meetings.at(-1)?.exists).toBe(true);
  });

  it('is done by command where no card has buttons: what runs is ended, what waits is cancelled', async () => {
    expect((await world.type('/zoom end')).text).toContain('No meeting that you can end is on here');
    expect((await world.type('/zoom cancel')).text).toContain('No meeting of yours is open here');
    await started('Running');
    await begin();
    const rootId = mattermostId(`thread${world.channelId.slice(0, 8)}`.replaceAll(/[^a-z0-9]/g, ''));
    await world.host.seed({posts: [{id: rootId, channel_id: world.channelId, user_id: world.ben}]});
    // There is one in the channel, but the thread is a place of its own.
    expect((await world.type('/zoom end', {rootId})).text).toContain('No meeting that you can end');
    const waiting = await world.type('/zoom start Waiting', {rootId});
    expect(waiting.text).toContain('Running');
    expect((await world.type('/zoom end')).text).toBe('“Running” has ended for everyone.');
    await world.type('/zoom start Waiting', {rootId});
    expect((await world.type('/zoom cancel', {rootId})).text).toBe(
      '“Waiting” is cancelled, and its link no longer works.',
    );
    expect((await world.cards()).map(cardState).sort()).toEqual(['cancelled', 'ended']);
  });
});
