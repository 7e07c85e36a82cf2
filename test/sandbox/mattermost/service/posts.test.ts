import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {Post} from '@mattermost/types/posts';
import {
  ADA,
  ANA,
  BEN,
  type ChatUnderTest,
  clientWith,
  ELSEWHERE,
  FORBIDDEN,
  refusal,
  SECRET,
  startChat,
  TOWN,
} from './chat-under-test.js';

let chat: ChatUnderTest;
beforeEach(async () => {
  chat = await startChat();
});
afterEach(() => chat.close());

const text = (fields: Partial<Post>): Post => ({channel_id: TOWN, message: 'Hello', ...fields}) as Post;

describe('A post', () => {
  beforeEach(() => chat.bot.addToChannel(chat.botId, TOWN));

  it('is a bot’s, marked as such, with the props and the type that it gives', async () => {
    const made = await chat.bot.createPost(text({type: 'custom_zoom' as Post['type'], props: {a: 1}}));
    expect(made).toMatchObject({
      user_id: chat.botId,
      message: 'Hello',
      type: 'custom_zoom',
      props: {a: 1, from_bot: 'true'},
    });
    expect(await chat.as(BEN).getPost(made.id)).toMatchObject({id: made.id, message: 'Hello'});
  });

  it('is written by members of the channel alone', async () => {
    for (const channel_id of [SECRET, ELSEWHERE, 'nowhere']) {
      expect(await refusal(chat.bot.createPost(text({channel_id})))).toEqual(FORBIDDEN);
    }
    chat.mattermost.seed({members: [{channel_id: TOWN, user_id: BEN, permissions: ['read_channel']}]});
    expect(await refusal(chat.as(BEN).createPost(text({})))).toEqual(FORBIDDEN);
  });

  it('is written anywhere by who may post to all channels, and by system administrators', async () => {
    const {token} = chat.mattermost.addBot({username: 'crier', roles: 'system_user system_post_all'});
    const crier = clientWith(chat.mattermost.siteUrl, token);
    expect(await crier.createPost(text({channel_id: SECRET}))).toMatchObject({channel_id: SECRET});
    expect(await chat.as(ADA).createPost(text({channel_id: SECRET}))).toMatchObject({channel_id: SECRET});
    expect(await refusal(crier.getChannel(SECRET))).toEqual(FORBIDDEN);
  });

  it('is refused in an archived channel, when it is too long, and when its thread is elsewhere', async () => {
    expect(await refusal(chat.bot.createPost(text({message: 'x'.repeat(16_384)})))).toEqual([
      400,
      'model.post.is_valid.message_length.app_error',
    ]);
    expect(await refusal(chat.bot.createPost(text({root_id: 'nowhere'})))).toEqual([
      400,
      'api.post.create_post.root_id.app_error',
    ]);
    chat.mattermost.seed({channels: [{id: TOWN, delete_at: 1}]});
    expect(await refusal(chat.bot.createPost(text({})))).toEqual([
      400,
      'api.post.create_post.can_not_post_to_deleted.error',
    ]);
  });

  it('is made once when the same pending id comes again within half a minute', async () => {
    const pending = text({pending_post_id: `${chat.botId}:1`});
    const {id, pending_post_id} = await chat.bot.createPost(pending);
    expect(pending_post_id).toBe(`${chat.botId}:1`);
    expect((await chat.bot.createPost(pending)).id).toBe(id);
    chat.clock.advance(31_000);
    expect((await chat.bot.createPost(pending)).id).not.toBe(id);
  });

  it('never shows where its buttons lead; one without an id gets one', async () => {
    const actions = [{name: 'Join', integration: {url: 'http://service.example', context: {a: 1}}}];
    const made = await chat.bot.createPost(text({props: {attachments: [{text: 'Card', actions}]}}));
    const [stored] = chat.mattermost.state.posts.values();
    expect(JSON.stringify(stored)).toContain('http://service.example');
    for (const shown of [made, await chat.as(BEN).getPost(made.id)]) {
      expect(JSON.stringify(shown)).not.toContain('http://service.example');
      expect(shown.props).toMatchObject({
        attachments: [{actions: [{id: expect.stringMatching(/^\w{26}$/)}]}],
      });
    }
  });
});

describe('A change of a post', () => {
  let post: Post;
  beforeEach(async () => {
    await chat.bot.addToChannel(chat.botId, TOWN);
    post = await chat.bot.createPost(text({props: {a: 1, b: 2}}));
  });

  it('as a patch leaves what it does not name, and replaces all props by those that it sends', async () => {
    chat.clock.advance(1000);
    const patched = await chat.bot.patchPost({id: post.id, message: 'New'});
    expect(patched).toMatchObject({message: 'New', props: {a: 1, b: 2, from_bot: 'true'}});
    expect(patched.edit_at).toBe(chat.clock.now());
    await chat.bot.patchPost({id: post.id, is_pinned: true});
    const replaced = await chat.bot.patchPost({id: post.id, props: {c: 3}});
    expect(replaced).toMatchObject({message: 'New', is_pinned: true, props: {c: 3}});
    expect(replaced.props).not.toHaveProperty('a');
  });

  it('as a whole empties what is left out', async () => {
    await chat.bot.patchPost({id: post.id, is_pinned: true});
    const updated = await chat.bot.updatePost({id: post.id, message: 'Whole'} as Post);
    expect(updated).toMatchObject({message: 'Whole', is_pinned: false, props: {}});
    expect(await refusal(chat.bot.updatePost({...post, id: post.id, message: 'x'.repeat(16_384)}))).toEqual([
      400,
      'model.post.is_valid.message_length.app_error',
    ]);
  });

  it('is its author’s while they are in the channel, or a system administrator’s', async () => {
    expect(await refusal(chat.as(BEN).patchPost({id: post.id, message: 'Mine'}))).toEqual(FORBIDDEN);
    expect(await refusal(chat.bot.patchPost({id: 'nothing', message: 'Mine'}))).toEqual(FORBIDDEN);
    expect(await refusal(chat.as(BEN).deletePost(post.id))).toEqual(FORBIDDEN);
    chat.mattermost.seed({members: [{channel_id: TOWN, user_id: chat.botId, left: true}]});
    expect(await refusal(chat.bot.patchPost({id: post.id, message: 'Gone'}))).toEqual(FORBIDDEN);
    expect(await chat.as(ADA).patchPost({id: post.id, message: 'Admin'})).toMatchObject({message: 'Admin'});
  });

  it('is refused for a deleted post and in an archived channel', async () => {
    const other = await chat.bot.createPost(text({}));
    await chat.bot.deletePost(other.id);
    expect(await refusal(chat.bot.patchPost({id: other.id, message: 'x'}))).toEqual([
      400,
      'api.post.update_post.permissions_details.app_error',
    ]);
    expect((await refusal(chat.bot.getPost(other.id)))[0]).toBe(404);
    chat.mattermost.seed({channels: [{id: TOWN, delete_at: 1}]});
    expect(await refusal(chat.bot.patchPost({id: post.id, message: 'x'}))).toEqual([
      400,
      'api.post.update_post.can_not_update_post_in_deleted.error',
    ]);
  });
});

describe('The posts of a channel', () => {
  it('come newest first, by pages, or as what has changed since a time, deleted ones too', async () => {
    await chat.bot.addToChannel(chat.botId, TOWN);
    const old = await chat.bot.createPost(text({message: 'old'}));
    const gone = await chat.bot.createPost(text({message: 'gone'}));
    const since = chat.clock.now();
    chat.clock.advance(1000);
    await chat.bot.deletePost(gone.id);
    const fresh = await chat.bot.createPost(text({message: 'fresh'}));
    expect((await chat.bot.getPosts(TOWN)).order).toEqual([fresh.id, old.id]);
    expect((await chat.bot.getPosts(TOWN, 1, 1)).order).toEqual([old.id]);
    const changed = await chat.bot.getPostsSince(TOWN, since);
    expect(changed.order).toEqual([fresh.id, gone.id]);
    expect(changed.posts[gone.id]?.delete_at).toBe(chat.clock.now());
  });

  it('of a private channel are its members’', async () => {
    expect(await refusal(chat.bot.getPosts(SECRET))).toEqual(FORBIDDEN);
  });
});

describe('An ephemeral post', () => {
  it('is a system administrator’s to write, and nobody else’s, bots included', async () => {
    await chat.bot.addToChannel(chat.botId, TOWN);
    expect(await refusal(chat.bot.createPostEphemeral(ANA, text({})))).toEqual(FORBIDDEN);
    await chat.as(ADA).createPostEphemeral(ANA, text({message: 'Only you'}));
    expect(chat.mattermost.state.ephemeral).toMatchObject([{userId: ANA, post: {message: 'Only you'}}]);
  });
});
