import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import type {RecordedRequest} from '../../sandbox/zoom/api/request-log.js';
import {grantAllScopes} from '../sandbox/zoom/grant-all-scopes.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {waitFor} from '../support/wait-for.js';
import {createWorld, type Place, type World} from '../support/world.js';

onEachHost('A link that somebody posts', ({start, pluginDir}) => {
  let world: World;
  let ana: Place;
  let plans = 0;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
    grantAllScopes(world.zoom);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
    ana = await world.newcomer();
    await inviteBot();
  });
  /** A service hears of what is written where its bot is; a plugin hears of everything. */
  const inviteBot = async (): Promise<void> => {
    if (world.host.capabilities.privatePosts) return;
    const [bot] = await world.host.bots();
    if (bot === undefined) throw new Error('There is no bot');
    await world.host.seed({members: [{channel_id: ana.channelId, user_id: bot.user_id}]});
    while (!(await world.host.metrics()).includes('zoom_websocket_connected 1'));
  };
  const plan = (by: Place) => {
    const name = /person(\d+)x/.exec(by.userId)?.[1] ?? '';
    const hostId = world.zoom.users.find(({email}) => email === `person${name}@example.com`)?.id ?? '';
    const startTime = Math.floor((Date.now() + 3_600_000) / 60_000) * 60_000;
    return world.zoom.addMeeting({hostId, type: 2, topic: `Review ${(plans += 1)}`, startTime});
  };
  type Planned = ReturnType<typeof plan>;
  const write = (message: string, {userId} = ana) =>
    world.host.writePost({channel_id: ana.channelId, user_id: userId, message});
  const linkTo = ({number}: Planned): string => `${world.zoom.url}/j/${number}`;
  /** What the bot asks in private; where that is not possible, by direct message. */
  const offersOf = async ({topic}: Planned) =>
    [...(await world.host.ephemeralPosts()).map(({post}) => post), ...(await world.host.posts())].filter(
      ({message}) => message.startsWith(`You host “${topic}”`),
    );
  const untilOffered = async (meeting: Planned) => {
    const {props} = await waitFor(world.host, async () => (await offersOf(meeting))[0]);
    return {attachments: (props['attachments'] ?? []) as unknown[]};
  };

  it('to their own meeting becomes a card at a press, and stays a link until then', async () => {
    const meeting = plan(ana);
    await write(`See you: ${linkTo(meeting)}`);
    const offer = await untilOffered(meeting);
    expect(await world.cards(ana.channelId)).toEqual([]);
    await pressButton(world, buttonOf(offer, `bring${meeting.number}`).integration, ana);
    expect((await world.card(ana.channelId)).props['meeting_id']).toBe(meeting.number);
  });

  it('is never asked about again by those who say so', async () => {
    const meeting = plan(ana);
    await write(linkTo(meeting));
    const offer = await untilOffered(meeting);
    await pressButton(world, buttonOf(offer, 'setlinksoff').integration, ana);
    // All settings as they are now are the answer.
    const said = async () => JSON.stringify([await world.host.ephemeralPosts(), await world.host.posts()]);
    await waitFor(world.host, async () => (await said()).includes('setlinkson') || undefined);
    const [quiet, ben] = [plan(ana), await world.newcomer()];
    await write(linkTo(quiet));
    const theirs = plan(ben);
    await write(linkTo(theirs), ben);
    await untilOffered(theirs);
    expect(await offersOf(quiet)).toEqual([]);
  });

  it('S-23 is asked about where it is theirs alone, and Zoom for nothing but that', async () => {
    const theirs = plan(await world.newcomer());
    const own = plan(ana);
    await write('Good morning');
    await write(linkTo(theirs));
    await write(linkTo(own));
    await untilOffered(own);
    const isFor =
      ({number}: Planned) =>
      ({route, path}: RecordedRequest) =>
        route === 'get-meeting' && path.includes(String(number));
    await world.zoom.waitForRequest(isFor(theirs));
    expect(world.zoom.requests.filter(isFor(own))).toHaveLength(1);
    expect(await offersOf(theirs)).toEqual([]);
  });

  it('P-20 costs no call where there is no link in it', async () => {
    await world.host.resetCalls();
    const requests = world.zoom.requests.length;
    for (let times = 0; times < 20; times += 1) await write(`Good morning ${times} /j/ zoom.us`);
    const meeting = plan(ana);
    await write(linkTo(meeting));
    await untilOffered(meeting);
    const calls = await world.host.calls();
    expect(world.zoom.requests.length).toBeLessThanOrEqual(requests + 3);
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThan(20);
  });
});
