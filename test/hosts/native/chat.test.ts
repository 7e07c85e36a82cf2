import {beforeEach, describe, expect, it} from '@jest/globals';
import {createChat} from '../../../server/hosts/native/chat.js';
import {ensureBot} from '../../../server/hosts/native/bot.js';
import type {PostContent} from '../../../server/core/domain/post-content.js';
import {seed} from '../../../sandbox/mattermost/seed.js';
import {createTestServer, type TestServer} from '../../support/test-server.js';

const card: PostContent = {
  type: 'custom_zoom',
  message: 'Ada started a Zoom meeting',
  props: {meeting_id: 123_456_789, attachments: [{title: 'Planning', title_link: 'https://zoom.us/j/1'}]},
};

describe('the chat over the plugin API', () => {
  let server: TestServer;
  let chat: ReturnType<typeof createChat>;
  let botId: string;
  beforeEach(async () => {
    server = createTestServer();
    seed(server.state, {
      users: [{id: 'ada', nickname: 'Ada', locale: 'de', timezone: {manualTimezone: 'Europe/Berlin'}}],
      channels: [{id: 'town', team_id: 'team'}],
      members: [{channel_id: 'town', user_id: 'ada'}],
    });
    botId = await ensureBot(server.api);
    chat = createChat(server.api, botId);
  });

  it('finds a user by their address', async () => {
    expect(await chat.userByEmail('ada@example.com')).toEqual(await chat.user('ada'));
    expect(await chat.userByEmail('nobody@example.com')).toBeUndefined();
  });

  it('counts who is in a channel', async () => {
    expect(await chat.memberCount('town')).toBe(1);
  });

  it('tells a user apart by what Mattermost knows', async () => {
    seed(server.state, {
      users: [
        {id: 'root', roles: 'system_user system_admin'},
        {id: 'guest', roles: 'system_guest', delete_at: 1, remote_id: 'remote'},
      ],
    });
    expect(await chat.user('ada')).toEqual({
      id: 'ada',
      username: 'ada',
      nickname: 'Ada',
      firstName: '',
      lastName: '',
      email: 'ada@example.com',
      emailVerified: true,
      authService: '',
      locale: 'de',
      timezone: 'Europe/Berlin',
      isGuest: false,
      isBot: false,
      isSystemAdmin: false,
      isDeactivated: false,
      isRemote: false,
      hasFurtherRoles: false,
    });
    expect(await chat.user('root')).toMatchObject({
      isSystemAdmin: true,
      isGuest: false,
      hasFurtherRoles: true,
    });
    expect(await chat.user('guest')).toMatchObject({isGuest: true, isDeactivated: true, isRemote: true});
    expect(await chat.user(botId)).toMatchObject({isBot: true, username: 'zoom'});
    expect(await chat.user('nobody')).toBeUndefined();
  });

  it('takes the time zone of the device where the user wants that', async () => {
    const timezone = {useAutomaticTimezone: 'true', automaticTimezone: 'Asia/Tokyo', manualTimezone: ''};
    seed(server.state, {users: [{id: 'ada', timezone}]});
    expect((await chat.user('ada'))?.timezone).toBe('Asia/Tokyo');
  });

  it('tells an archived channel, a missing one, and who belongs to it', async () => {
    seed(server.state, {channels: [{id: 'old', delete_at: 1}]});
    expect(await chat.channel('town')).toEqual({
      id: 'town',
      teamId: 'team',
      isArchived: false,
      isDirect: false,
      displayName: 'town',
    });
    expect(await chat.channel('old')).toMatchObject({isArchived: true, isDirect: false});
    expect(await chat.channel('nowhere')).toBeUndefined();
    expect(await chat.isMember('town', 'ada')).toBe(true);
    expect(await chat.isMember('old', 'ada')).toBe(false);
  });

  it('tells who administers a channel: a member of it, and nobody by a role of the system', async () => {
    seed(server.state, {users: [{id: 'root', roles: 'system_admin'}]});
    const isAdmin = (userId: string) => chat.isChannelAdmin('town', userId);
    expect([await isAdmin('ada'), await isAdmin('root'), await isAdmin('nobody')]).toEqual([
      false,
      false,
      false,
    ]);
    seed(server.state, {members: [{channel_id: 'town', user_id: 'ada', scheme_admin: true}]});
    expect(await isAdmin('ada')).toBe(true);
  });

  it('keeps membership and permission apart: an administrator may post where they are no member', async () => {
    seed(server.state, {
      users: [{id: 'root', roles: 'system_admin'}],
      members: [{channel_id: 'town', user_id: 'ada', permissions: ['read_channel']}],
    });
    expect(await chat.mayPost('town', 'ada')).toBe(false);
    expect([await chat.isMember('town', 'root'), await chat.mayPost('town', 'root')]).toEqual([false, true]);
  });

  it('posts as the bot, and reads back all of it', async () => {
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card});
    const post = await chat.post(postId);
    expect(post).toMatchObject({
      channelId: 'town',
      userId: botId,
      type: 'custom_zoom',
      message: card.message,
    });
    expect(post?.props).toEqual({...card.props, from_plugin: 'true', from_bot: 'true'});
  });

  it('rewrites message and its own props, and keeps everything else on the post', async () => {
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card});
    const stored = server.state.posts.get(postId)!;
    server.state.posts.set(postId, {
      ...stored,
      is_pinned: true,
      has_reactions: true,
      file_ids: ['file'],
      props: {...stored.props, foreign: {kept: true}},
    });
    const ended = {...card, message: 'Ended', props: {meeting_status: 'ENDED'}};
    expect(await chat.rewritePost(postId, () => ended)).toBe('rewritten');
    expect(server.state.posts.get(postId)).toMatchObject({
      message: 'Ended',
      is_pinned: true,
      has_reactions: true,
      file_ids: ['file'],
      props: {...card.props, meeting_status: 'ENDED', foreign: {kept: true}},
    });
  });

  it('posts a file with it, and keeps it when the post is rewritten', async () => {
    const file = {name: 'picture.png', bytes: Buffer.from([0x89, 0x50, 0, 0xff])};
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card, file});
    await chat.rewritePost(postId, () => ({...card, message: 'Ended'}));
    const [stored] = [...server.state.files.values()];
    expect(stored).toMatchObject({name: 'picture.png', post_id: postId, channel_id: 'town'});
    expect(Buffer.from(stored?.bytes ?? [])).toEqual(file.bytes);
    expect(server.state.posts.get(postId)?.file_ids).toEqual([stored?.id]);
  });

  it('sends a file to one person', async () => {
    await chat.sendDirectMessage('ada', {text: 'Look', file: {name: 'a.json', bytes: Buffer.from('{}')}});
    const [message] = [...server.state.posts.values()];
    const [file] = [...server.state.files.values()];
    expect(file).toMatchObject({name: 'a.json', channel_id: message?.channel_id, post_id: message?.id});
  });

  it.each([
    [400, {code: 'file-refused', details: {because: 'not-taken'}}],
    [401, {code: 'bot-shut-out'}],
    [403, {code: 'file-refused', details: {because: 'not-taken'}}],
    [413, {code: 'file-refused', details: {because: 'too-large'}}],
    [500, {code: 'chat-unavailable'}],
  ])('writes nothing where a file is answered with status %i, and says why', async (status, error) => {
    server.faults.add('UploadFile', {kind: 'refuse', status});
    const file = {name: 'a.png', bytes: new Uint8Array(1)};
    const posting = chat.createPost({channelId: 'town', rootId: '', content: card, file});
    await expect(posting).rejects.toMatchObject(error);
    expect(server.state.posts.size).toBe(0);
  });

  it('says that a deleted or unknown post is gone', async () => {
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card});
    server.state.posts.set(postId, {...server.state.posts.get(postId)!, delete_at: 1});
    expect(await chat.rewritePost(postId, () => card)).toBe('gone');
    expect(await chat.rewritePost('unknown', () => card)).toBe('gone');
    expect(await chat.post(postId)).toBeUndefined();
  });

  it('says that a post in an archived channel was refused', async () => {
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card});
    seed(server.state, {channels: [{id: 'town', delete_at: 1}]});
    await expect(chat.rewritePost(postId, () => card)).rejects.toMatchObject({
      code: 'chat-refused',
    });
  });

  it('finds its own posts of a channel and nobody else’s', async () => {
    const {postId} = await chat.createPost({channelId: 'town', rootId: '', content: card});
    seed(server.state, {posts: [{channel_id: 'town', user_id: 'ada', message: 'hello'}]});
    expect((await chat.ownPostsSince('town', 0)).map(({id}) => id)).toEqual([postId]);
    expect(await chat.ownPostsSince('town', server.clock.now())).toEqual([]);
  });

  it('shows a message to one person alone, and another in its place', async () => {
    const place = {channelId: 'town', rootId: 'root', createdAt: 1_234};
    expect(await chat.showPrivately('ada', {text: 'First', place})).toBe('shown');
    const [first] = server.state.ephemeral;
    const postId = first?.post.id ?? '';
    await chat.showPrivately('ada', {text: 'Then', place, postId, attachments: [{title: 'A title'}]});
    expect(server.state.ephemeral).toMatchObject([
      {
        userId: 'ada',
        post: {
          id: postId,
          message: 'Then',
          user_id: botId,
          channel_id: 'town',
          root_id: 'root',
          create_at: 1_234,
          props: {attachments: [{title: 'A title'}]},
        },
      },
    ]);
    expect(server.state.posts.size).toBe(0);
  });

  it('does not write to a person what it has written to them since', async () => {
    const before = server.state.now() - 1;
    for (let time = 0; time < 2; time += 1)
      await chat.sendDirectMessage('ada', {text: 'A', unlessSince: before});
    await chat.sendDirectMessage('ada', {text: 'B', unlessSince: before});
    await chat.sendDirectMessage('ada', {text: 'A', unlessSince: Date.now() + 60_000});
    expect([...server.state.posts.values()].map(({message}) => message)).toEqual(['A', 'B', 'A']);
  });

  it('writes to one person in the channel that only the two share', async () => {
    await chat.sendDirectMessage('ada', {text: 'Hello', attachments: [{title: 'A title'}]});
    const [post] = [...server.state.posts.values()];
    expect(server.state.channels.get(post?.channel_id ?? '')).toMatchObject({type: 'D'});
    expect(post).toMatchObject({
      message: 'Hello',
      user_id: botId,
      props: {attachments: [{title: 'A title'}]},
    });
  });

  it.each([
    [401, 'bot-shut-out'],
    [403, 'chat-refused'],
    [404, 'chat-unavailable'],
    [500, 'chat-unavailable'],
  ])('says of status %i that the call was %s', async (status, code) => {
    server.faults.add('*', {kind: 'refuse', status});
    await expect(chat.user('ada')).rejects.toMatchObject({code});
    await expect(chat.createPost({channelId: 'town', rootId: '', content: card})).rejects.toMatchObject({
      code,
    });
  });

  it('does not take the name of a person for its own', async () => {
    const other = createTestServer();
    seed(other.state, {users: [{id: 'person', username: 'zoom'}]});
    await expect(ensureBot(other.api)).rejects.toThrow('belongs to a person');
  });
});
