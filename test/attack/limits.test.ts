import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {buttonOf, pressButton} from '../support/press-button.js';
import {ADMIN, createWorld, meetingEvent, type Place, sendWebhook, type World} from '../support/world.js';

const SOON = /You can try again at \d\d:\d\d/;

onEachHost('Whoever asks without end', ({start, pluginDir, capabilities}) => {
  let world: World;
  let places = 0;
  let before: number;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    // The token for Zoom is asked for once, by whoever comes first.
    await world.type('/zoom start');
  });
  afterAll(() => world.close());
  beforeEach(() => {
    before = world.zoom.requests.length;
  });

  const asked = (route: string): number =>
    world.zoom.requests.slice(before).filter((request) => request.route === route).length;
  /** More channels, with this person in each. */
  const channelsOf = async (userId: string, count: number): Promise<readonly string[]> => {
    const ids = Array.from({length: count}, () => mattermostId(`place${(places += 1)}x`));
    await world.host.seed({
      channels: ids.map((id) => ({id})),
      members: ids.map((id) => ({channel_id: id, user_id: userId})),
    });
    return ids;
  };
  const startAt = async ({userId, channelId}: Place): Promise<string> =>
    (await world.type('/zoom start', {userId, channelId})).text;

  it('S-10 costs one question in half a minute where Zoom does not know them, however often they press', async () => {
    const userId = mattermostId('nobody');
    const email = 'nobody@example.com';
    await world.host.seed({users: [{id: userId, username: 'nobody', email}]});
    const [channelId = ''] = await channelsOf(userId, 1);
    const texts = [];
    for (let press = 0; press < 60; press += 1) texts.push(await startAt({userId, channelId}));
    for (const text of texts) expect(text).toContain(`Mattermost knows you as \`${email}\``);
    // A slow machine may need more than half a minute for all of them.
    expect(asked('find-user')).toBeLessThanOrEqual(4);
    expect(asked('create-meeting')).toBe(0);
  }, 120_000);

  it('S-10 opens ten meetings at most with twenty starts side by side, and reads when the next is possible', async () => {
    const {userId} = await world.newcomer();
    const channels = await channelsOf(userId, 20);
    const texts = await Promise.all(channels.map((channelId) => startAt({userId, channelId})));
    expect([asked('find-user'), asked('create-meeting')]).toEqual([10, 10]);
    expect(texts.filter((text) => SOON.test(text))).toHaveLength(10);
  }, 120_000);

  it('S-10 gets ten host links in a minute, side by side too, and nobody else has to wait', async () => {
    const ask = async (): Promise<readonly number[]> => {
      const place = await world.newcomer();
      const reply = await world.type('/zoom start', place);
      const {integration} = buttonOf(reply, 'startAsHost');
      const press = () => pressButton(world, integration, {userId: place.userId, channelId: place.channelId});
      if (capabilities.privatePosts) {
        await Promise.all(Array.from({length: 20}, press));
        return [];
      }
      for (let index = 0; index < 12; index += 1) await press();
      const posts = await world.host.posts();
      const addresses = posts.flatMap(({message}) => /\((http\S+ticket=\S+)\)/.exec(message)?.[1] ?? []);
      const entered = addresses.slice(-12).map((url) => fetch(url, {method: 'POST', redirect: 'manual'}));
      return (await Promise.all(entered)).map(({status}) => status).sort();
    };
    const statuses = await ask();
    // What the link costs is one question about the meeting.
    expect(asked('get-meeting')).toBe(10);
    if (!capabilities.privatePosts) expect(statuses).toEqual([...Array<number>(10).fill(303), 429, 429]);
    const [place, first] = [await world.newcomer(), asked('get-meeting')];
    const {integration} = buttonOf(await world.type('/zoom start', place), 'startAsHost');
    expect((await pressButton(world, integration, place)).status).toBe(200);
    expect(asked('get-meeting') - first).toBe(capabilities.privatePosts ? 1 : 0);
  }, 120_000);

  it('S-10 has the set-up tested by command ten times in a minute, in whose name it may be', async () => {
    const texts = [];
    for (let round = 0; round < 13; round += 1) {
      texts.push((await world.type('/zoom doctor', {userId: ADMIN})).text);
    }
    const tested = texts.filter((text) => text.startsWith('**How Zoom is set up**')).length;
    // A slow machine may need more than a minute for all of them.
    expect([tested >= 10, asked('find-user') <= tested]).toEqual([true, true]);
    expect(texts[10]).toMatch(/^You have tested the set-up many times in a short time.*at \d\d:\d\d/);
  }, 120_000);

  it('W-08 asks Zoom nothing by replaying a webhook that it did not ask half a minute ago', async () => {
    await world.type('/zoom start', await world.newcomer());
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    world.zoom.startMeeting(meeting.number);
    const replayed = meetingEvent('meeting.ended', meeting);
    const at = Date.now() - 7_200_000;
    for (let round = 0; round < 10; round += 1) {
      const answers = Array.from({length: 20}, () => sendWebhook(world, replayed, {at}));
      for (const {status} of await Promise.all(answers)) expect(status).toBe(204);
    }
    await world.zoom.waitForRequest(
      ({route, path}) => route === 'get-meeting' && path.includes(String(meeting.number)),
    );
    // A slow machine may need more than half a minute for all of them.
    expect(asked('get-meeting') + asked('get-past-meeting')).toBeLessThanOrEqual(4);
  }, 120_000);

  it('is asked about no meeting of somebody who only looks like another service', async () => {
    const {userId, channelId} = await world.newcomer();
    const props = {meeting_link: 'https://evil.example/j/1', meeting_creator_username: 'ana'};
    const post = (meeting_provider: string, index: number) => ({
      ...{id: mattermostId(`foreign${index}x`), channel_id: channelId, user_id: userId},
      ...{create_at: Date.now(), props: {...props, meeting_provider}},
    });
    await world.host.seed({posts: ['Ζoom', 'Jıtsi', 'Zo\u200bom', 'IT support'].map(post)});
    expect(await startAt({userId, channelId})).toContain('Your meeting is in the channel');
    const other = await world.newcomer();
    await world.host.seed({posts: [{...post('JITSI', 9), channel_id: other.channelId}]});
    expect(await startAt(other)).toContain('started a meeting here with Jitsi');
  });
});
