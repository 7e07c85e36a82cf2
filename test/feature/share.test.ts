import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HostPost} from '../support/plugin-host.js';
import {cardState, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

const LINK = 'https://us02web.zoom.us/j/85512345678?pwd=aB1';

onEachHost('Sharing a link', ({start, pluginDir}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });
  const attachment = ({props}: HostPost): unknown => (props['attachments'] as unknown[])[0];

  it('posts it as a card that says what it does not know, once Zoom knows no such meeting of theirs', async () => {
    const reply = await world.type(`/zoom share ${LINK} Weekly planning`);
    expect(reply.text).toMatch(/^Shared\. This card does not follow the meeting/);
    const card = await world.card();
    expect(cardState(card)).toBe('shared');
    expect(card.message).toBe(`Ana Silva shared “Weekly planning”: [Join meeting](${LINK})`);
    expect(card.props).toMatchObject({
      meeting_id: 85512345678,
      meeting_link: LINK,
      meeting_topic: 'Weekly planning',
      meeting_provider: 'Zoom',
    });
    expect(attachment(card)).toMatchObject({
      title: 'Weekly planning',
      title_link: LINK,
      text: 'Zoom does not tell this server when this meeting begins or ends.\nMeeting ID 855 1234 5678',
    });
    expect(world.zoom.requests.filter(({method}) => method !== 'GET').map(({route}) => route)).toEqual([
      'token',
    ]);
  });

  it('needs no address that Zoom knows, and has no number where the link has a name', async () => {
    const {channelId} = world;
    await world.host.seed({users: [{id: world.ben, email: 'ben@elsewhere.example', email_verified: false}]});
    await world.type('/zoom share https://zoom.us/my/ben', {userId: world.ben, channelId});
    const card = await world.card();
    expect(card.message).toMatch(/shared a Zoom meeting: \[Join meeting\]\(https:\/\/zoom\.us\/my\/ben\)$/);
    expect(JSON.stringify(attachment(card))).not.toContain('Meeting ID');
    expect(card.props['zoom_card']).toMatchObject({default_topic: true});
  });

  it('stays in its thread', async () => {
    const rootId = mattermostId(`root${world.channelId.slice(0, 10)}`);
    await world.host.seed({posts: [{id: rootId, channel_id: world.channelId, user_id: world.ben}]});
    await world.type(`/zoom share ${LINK}`, {rootId});
    expect((await world.card()).root_id).toBe(rootId);
  });

  it('S-12 posts nothing but a link to a meeting of Zoom’s, and shows what one looks like', async () => {
    for (const link of ['', 'standup', 'https://evil.example/j/85512345678', 'https://zoom.us/s/1?zak=x']) {
      expect((await world.type(`/zoom share ${link}`)).text).toContain('`https://zoom.us/j/85512345678`');
    }
    expect(await world.cards()).toEqual([]);
  });

  it('A-01 is not for guests', async () => {
    await world.host.seed({users: [{id: world.ben, roles: 'system_guest'}]});
    expect((await world.type(`/zoom share ${LINK}`, {userId: world.ben})).text).toContain('Guests, bots');
    expect(await world.cards()).toEqual([]);
  });

  it('U-09 keeps a hostile topic harmless', async () => {
    await world.type(`/zoom share ${LINK} @channel [Join](http://evil.example) :tada:`);
    const {message} = await world.card();
    expect(message).not.toMatch(/@channel|\]\(http:\/\/evil/);
  });

  it('is touched by no event: whoever pastes a number of somebody else’s learns nothing of their meeting', async () => {
    const {userId, channelId} = await world.newcomer();
    await world.type('/zoom start Private', {userId, channelId});
    const theirs = await world.card(channelId);
    await world.type(`/zoom share ${String(theirs.props['meeting_link'])}`);
    const shared = await world.card();
    const meeting = world.zoom.meetings.at(-1);
    if (meeting === undefined) throw new Error('There is no meeting');
    for (const name of ['meeting.started', 'meeting.ended'] as const) {
      expect((await sendWebhook(world, meetingEvent(name, meeting))).status).toBe(204);
    }
    expect(cardState(await world.card(channelId))).toBe('ended');
    expect(await world.card()).toEqual(shared);
  });

  it('is no meeting that a start is asked about', async () => {
    await world.type(`/zoom share ${LINK}`);
    expect((await world.type('/zoom start')).text).not.toContain('Join it');
    expect(world.zoom.meetings).toHaveLength(1);
  });

  it('works while Zoom is not set up', async () => {
    const settings = await world.host.pluginConfig();
    await world.host.setPluginConfig({...settings, AccountID: '', OAuthClientID: '', OAuthClientSecret: ''});
    expect((await world.type(`/zoom share ${LINK}`)).text).toContain('Shared.');
    await world.host.setPluginConfig(settings);
  });
});
