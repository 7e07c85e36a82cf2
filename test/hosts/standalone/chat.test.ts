import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import type {RestFault} from '../../../sandbox/mattermost/rest/rest-faults.js';
import type {PostContent} from '../../../server/core/domain/post-content.js';
import type {Chat} from '../../../server/core/ports/chat.js';
import {isChatError} from '../../../server/core/ports/port-error.js';
import {createChat} from '../../../server/hosts/standalone/mattermost/chat.js';
import {createClient} from '../../../server/hosts/standalone/mattermost/client.js';
import {createSite} from '../../../server/hosts/standalone/mattermost/site.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {systemRandom} from '../../../server/lib/system-random.js';
import {createServiceRecords} from '../../../server/outbound/store/service-records.js';
import {memberKey} from '../../../sandbox/mattermost/state.js';
import {mattermostId} from '../../support/mattermost-id.js';
import {createMemoryKeyValue} from '../../support/memory-key-value.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {noProxy} from '../../support/no-proxy.js';

const CHANNEL = mattermostId('planning');
const ANA = mattermostId('ana');
const TEAM = mattermostId('team');
const content = (message: string, props: Record<string, unknown> = {}): PostContent => ({
  type: 'custom_zoom',
  message,
  props,
});

let mattermost: MattermostForService;
let chat: Chat;
let botId: string;
const chatAs = (roles: string): Chat => {
  const bot = mattermost.addBot({username: roles.includes('admin') ? 'zoom' : 'lesser', roles});
  botId = bot.userId;
  const outside = {clock: systemClock, random: systemRandom, logger: createRecordingLogger()};
  const records = createServiceRecords({...outside, keyValue: createMemoryKeyValue(systemClock)});
  const client = createClient(
    {url: mattermost.siteUrl, token: bot.token, findProxy: noProxy},
    {clock: systemClock},
  );
  const made = {id: botId, username: 'zoom', isAdmin: roles.includes('system_admin')};
  const site = createSite(client, {
    mattermostUrl: mattermost.siteUrl,
    publicUrl: '',
    clock: systemClock,
  });
  return createChat({...records, client, bot: made, site});
};
beforeEach(async () => {
  mattermost = await createMattermostForService();
  mattermost.seed({
    users: [
      {
        id: ANA,
        username: 'ana',
        email: 'ana@example.com',
        auth_service: 'saml',
        timezone: {useAutomaticTimezone: 'true', automaticTimezone: 'Europe/Lisbon'},
      },
    ],
    channels: [{id: CHANNEL, team_id: TEAM, type: 'P'}],
    members: [{channel_id: CHANNEL, user_id: ANA}],
  });
  chat = chatAs('system_user system_admin');
});
afterEach(() => mattermost.close());

const post = (message = 'Hello'): Promise<{postId: string | undefined}> =>
  chat.createPost({channelId: CHANNEL, rootId: '', content: content(message)});
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error: unknown = await call.catch((thrown: unknown) => thrown);
  return isChatError(error) ? error.code : `no error of a chat: ${String(error)}`;
};

describe('people and channels over REST', () => {
  it('are found by their address, whatever stands in it, as far as the bot may look', async () => {
    const odd = mattermostId('odd');
    mattermost.seed({users: [{id: odd, username: 'odd', email: 'a/../me?b#c%2f@example.com'}]});
    expect(await chat.userByEmail('ana@example.com')).toEqual(await chat.user(ANA));
    expect(await chat.userByEmail('a/../me?b#c%2f@example.com')).toMatchObject({id: odd});
    expect(await chat.userByEmail('nobody@example.com')).toBeUndefined();
    const lesser = chatAs('system_user');
    expect(await lesser.userByEmail('ana@example.com')).toMatchObject({id: ANA});
    await mattermost.setServerConfig({PrivacySettings: {ShowEmailAddress: false}});
    expect(await lesser.userByEmail('ana@example.com')).toBeUndefined();
  });

  it('are what the product decides by; whether an address is confirmed is never known', async () => {
    expect(await chat.user(ANA)).toMatchObject({
      email: 'ana@example.com',
      emailVerified: false,
      authService: 'saml',
      timezone: 'Europe/Lisbon',
      isSystemAdmin: false,
    });
    expect(await chat.channel(CHANNEL)).toEqual({
      id: CHANNEL,
      teamId: TEAM,
      isArchived: false,
      isDirect: false,
      displayName: CHANNEL,
    });
    expect([await chat.isMember(CHANNEL, ANA), await chat.isMember(CHANNEL, botId)]).toEqual([true, false]);
  });

  it('administer a channel as members of it, as far as the bot may look', async () => {
    expect(await chat.isChannelAdmin(CHANNEL, ANA)).toBe(false);
    mattermost.seed({members: [{channel_id: CHANNEL, user_id: ANA, scheme_admin: true}]});
    expect([await chat.isChannelAdmin(CHANNEL, ANA), await chat.isChannelAdmin(CHANNEL, botId)]).toEqual([
      true,
      false,
    ]);
    expect(await chatAs('system_user').isChannelAdmin(CHANNEL, ANA)).toBe(false);
  });

  it('are counted where the bot may look, and nowhere else', async () => {
    expect(await chat.memberCount(CHANNEL)).toBe(1);
    expect(await chat.memberCount(mattermostId('nowhere'))).toBeUndefined();
    expect(await chatAs('system_user').memberCount(CHANNEL)).toBeUndefined();
  });

  it('are undefined where there are none', async () => {
    expect(await chat.user(mattermostId('nobody'))).toBeUndefined();
    expect(await chat.channel(mattermostId('nowhere'))).toBeUndefined();
    expect(await chat.post(mattermostId('nothing'))).toBeUndefined();
  });

  it('are not told to a bot that may not look', async () => {
    const lesser = chatAs('system_user');
    expect(await lesser.channel(CHANNEL)).toBe('unseen');
    expect([await lesser.isMember(CHANNEL, ANA), await lesser.mayPost(CHANNEL, ANA)]).toEqual([false, false]);
    expect((await lesser.user(ANA))?.authService).toBe('');
  });

  it('of a public channel are told to a bot that joins it for who is in the team, and for nobody else', async () => {
    mattermost.seed({channels: [{id: CHANNEL, team_id: TEAM, type: 'O'}]});
    const lesser = chatAs('system_user');
    mattermost.seed({teamMembers: [{team_id: TEAM, user_id: botId}]});
    const isIn = (): boolean => mattermost.state.members.has(memberKey(CHANNEL, botId));
    expect([await lesser.isMember(CHANNEL, mattermostId('stranger')), isIn()]).toEqual([false, false]);
    expect(await Promise.all([lesser.isMember(CHANNEL, ANA), lesser.mayPost(CHANNEL, ANA)])).toEqual([
      true,
      true,
    ]);
    expect(isIn()).toBe(true);
  });

  it('may post where a role of theirs lets them, as the channel is moderated now', async () => {
    expect(await chat.mayPost(CHANNEL, ANA)).toBe(true);
    const silent = {channel_id: CHANNEL, user_id: ANA, permissions: ['read_channel']};
    mattermost.seed({members: [silent]});
    expect([await chat.isMember(CHANNEL, ANA), await chat.mayPost(CHANNEL, ANA)]).toEqual([true, false]);
    mattermost.seed({users: [{id: ANA, roles: 'system_user system_admin'}]});
    expect(await chat.mayPost(CHANNEL, ANA)).toBe(true);
    mattermost.seed({members: [{...silent, left: true}]});
    expect(await chat.mayPost(CHANNEL, ANA)).toBe(false);
  });
});

describe('posts over REST', () => {
  it('are rewritten without losing what is not ours', async () => {
    const {postId = ''} = await post();
    const stored = mattermost.state.posts.get(postId);
    if (stored === undefined) throw new Error('no post was created');
    mattermost.seed({
      posts: [{...stored, is_pinned: true, file_ids: ['file'], props: {...stored.props, foreign: 'kept'}}],
    });
    expect(await chat.rewritePost(postId, () => content('Ended', {ours: 1}))).toBe('rewritten');
    expect(mattermost.state.posts.get(postId)).toMatchObject({
      message: 'Ended',
      is_pinned: true,
      file_ids: ['file'],
      props: {foreign: 'kept', ours: 1},
    });
    mattermost.deletePost(postId);
    expect(await chat.rewritePost(postId, () => content('Again'))).toBe('gone');
  });

  it('of somebody else stay as they are for a bot that may not change them', async () => {
    const lesser = chatAs('system_user');
    mattermost.seed({
      members: [{channel_id: CHANNEL, user_id: botId}],
      posts: [{id: 'theirs', channel_id: CHANNEL, user_id: ANA, message: 'Mine'}],
    });
    expect(await lesser.rewritePost('theirs', () => content('Ended'))).toBe('fixed');
    expect(mattermost.state.posts.get('theirs')?.message).toBe('Mine');
  });

  it.each(['P', 'O'] as const)('of a bot that was removed from its channel (%s) are unseen', async (type) => {
    const lesser = chatAs('system_user');
    const member = {channel_id: CHANNEL, user_id: botId};
    mattermost.seed({channels: [{id: CHANNEL, type}], members: [member]});
    const posted = await lesser.createPost({channelId: CHANNEL, rootId: '', content: content('Hello')});
    const rewrite = () => lesser.rewritePost(posted.postId, () => content('Ended'));
    mattermost.seed({members: [{...member, left: true}]});
    expect(await rewrite()).toBe('unseen');
    mattermost.seed({members: [member]});
    expect(await rewrite()).toBe('rewritten');
  });

  it('may be refused to a member all the same, for now', async () => {
    const lesser = chatAs('system_user');
    mattermost.seed({members: [{channel_id: CHANNEL, user_id: botId}]});
    const {postId} = await lesser.createPost({channelId: CHANNEL, rootId: '', content: content('Hello')});
    mattermost.faults.add('PUT /posts/:post_id/patch', {kind: 'refuse', status: 403});
    expect(await codeOf(lesser.rewritePost(postId, () => content('Ended')))).toBe('chat-refused');
  });

  it('are found again by who wrote them', async () => {
    const since = Date.now() - 1_000;
    const {postId} = await post();
    mattermost.seed({posts: [{channel_id: CHANNEL, user_id: ANA, message: 'Mine'}]});
    expect((await chat.postsSince(CHANNEL, since)).map(({message}) => message).sort()).toEqual([
      'Hello',
      'Mine',
    ]);
    expect((await chat.ownPostsSince(CHANNEL, since)).map(({id}) => id)).toEqual([postId]);
  });

  it('of a direct message are written once, where the same was written since', async () => {
    const before = mattermost.state.now() - 1;
    for (let time = 0; time < 2; time += 1)
      await chat.sendDirectMessage(ANA, {text: 'A', unlessSince: before});
    await chat.sendDirectMessage(ANA, {text: 'B', unlessSince: before});
    await chat.sendDirectMessage(ANA, {text: 'A', unlessSince: Date.now() + 60_000});
    expect([...mattermost.state.posts.values()].map(({message}) => message)).toEqual(['A', 'B', 'A']);
  });

  it('of a direct message are the bot’s', async () => {
    const file = {name: 'a.json', bytes: Buffer.from('{}')};
    await chat.sendDirectMessage(ANA, {text: 'For you', attachments: [{text: 'with this'}], file});
    const [message] = [...mattermost.state.posts.values()];
    expect(message).toMatchObject({
      message: 'For you',
      user_id: botId,
      props: {attachments: [{text: 'with this'}]},
      file_ids: [...mattermost.state.files.keys()],
    });
  });
});

describe('a Mattermost that is in trouble', () => {
  const READ = 'GET /users/:user_id';
  const WRITE = 'POST /posts';
  const trouble: readonly (readonly [string, RestFault])[] = [
    ['answers 500', {kind: 'refuse', status: 500}],
    ['is behind a proxy that answers with a page', {kind: 'proxy', status: 502}],
    ['limits the rate', {kind: 'rate-limit', seconds: 1}],
    ['breaks off', {kind: 'silence', moment: 'before'}],
  ];

  it.each(trouble)('%s: what may be repeated is, twice', async (_what, fault) => {
    mattermost.faults.add(READ, fault, {times: 2});
    expect((await chat.user(ANA))?.username).toBe('ana');
    expect(mattermost.faults.count(READ)).toBe(3);
  });

  it.each(trouble)('%s: what is not safe to repeat is not, and may work later', async (_what, fault) => {
    mattermost.faults.add(WRITE, fault);
    expect(await codeOf(post())).toBe('chat-unavailable');
    expect(mattermost.faults.count(WRITE)).toBe(1);
    mattermost.faults.lift();
    expect((await post()).postId).toBeDefined();
  });

  it('refuses with 4xx, and is asked once', async () => {
    mattermost.faults.add(READ, {kind: 'refuse', status: 400});
    expect(await codeOf(chat.user(ANA))).toBe('chat-refused');
    expect(mattermost.faults.count(READ)).toBe(1);
  });

  it('lets nobody in whose account is disabled, whatever is asked', async () => {
    const {postId = ''} = await post();
    mattermost.seed({users: [{id: botId, delete_at: 1}]});
    const calls = [chat.user(ANA), chat.channel(CHANNEL), chat.mayPost(CHANNEL, ANA), post()];
    const rewrite = chat.rewritePost(postId, () => content('Ended'));
    expect(await Promise.all([...calls, rewrite].map(codeOf))).toEqual([
      ...calls.map(() => 'bot-shut-out'),
      'bot-shut-out',
    ]);
  });

  it.each([
    ['the post', (id: string) => chat.rewritePost(id, () => content('Ended')), 'GET /posts/:post_id'],
    ['a user', () => chat.user(ANA), READ],
    ['a member', () => chat.isMember(CHANNEL, ANA), 'GET /channels/:channel_id/members/:user_id'],
  ])('says nothing of %s with a 404 of another kind', async (_what, ask, route) => {
    const {postId = ''} = await post();
    mattermost.faults.add(route, {kind: 'refuse', status: 404, id: 'api.context.404.app_error'});
    expect(await codeOf(ask(postId))).toBe('chat-unavailable');
  });
});
