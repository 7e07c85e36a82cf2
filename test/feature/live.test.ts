import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import {createWorld, type World} from '../support/world.js';

onEachHost('The list of what is live', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const begin = async (): Promise<void> => {
    world.zoom.startMeeting(world.zoom.meetings.at(-1)?.number ?? 0);
    await world.zoom.webhooksSettled();
  };

  it('says so where nothing is', async () => {
    await world.type('/zoom start Not begun');
    expect((await world.type('/zoom live')).text).toBe(
      'No meeting is on in your channels right now. Type `/zoom start` to start one.',
    );
  });

  it('shows a member what runs: topic, channel, host, since when, and the way in', async () => {
    await world.host.seed({channels: [{id: world.channelId, display_name: 'Weekly ~town'}]});
    await world.type('/zoom start @channel planning');
    await begin();
    const {text} = await world.type('/zoom live', {userId: world.ben});
    const [title, ...lines] = text.split('\n');
    expect(title).toBe('**Meetings that are on in your channels**');
    expect(lines).toEqual([
      expect.stringMatching(
        /^- “@\u200bchannel planning” · Weekly ~\u200btown · Ana Silva · since \d\d:\d\d UTC.* · \[Join\]\(http\S+\)$/,
      ),
    ]);
  });

  it('A-01 shows nothing of a channel to somebody who is not in it, an administrator of the system either', async () => {
    const place = await world.newcomer();
    await world.type('/zoom start Secret', place);
    await begin();
    expect((await world.type('/zoom live')).text).toContain('No meeting is on');
    const admin = mattermostId(`root${world.ana.slice(3, 6)}`);
    await world.host.seed({
      users: [{id: admin, username: admin, roles: 'system_user system_admin'}],
      members: [{channel_id: world.channelId, user_id: admin}],
    });
    expect((await world.type('/zoom live', {userId: admin})).text).toContain('No meeting is on');
    expect((await world.type('/zoom live', place)).text).toContain('“Secret”');
  });

  it('is empty again once the meeting has ended', async () => {
    await world.type('/zoom start Weekly planning');
    await begin();
    expect((await world.type('/zoom live')).text).toContain('“Weekly planning”');
    await world.type('/zoom end');
    expect((await world.type('/zoom live')).text).toContain('No meeting is on');
  });
});
