import {beforeAll, describe, expect, it} from '@jest/globals';
import {mattermostId} from '../../../support/mattermost-id.js';
import {waitForPost} from '../../../support/wait-for.js';
import {ALICE, TOWN_SQUARE} from '../town-square.js';
import {refusal, type Caller} from './caller.js';

const ARCHIVED = mattermostId('archived');

interface Created {
  id: string;
  message: string;
  props: Record<string, unknown>;
}

export function describePosts({call, host}: Caller): void {
  const create = async (post: object): Promise<Created> => {
    const wanted = {user_id: ALICE, channel_id: TOWN_SQUARE, message: 'hello', ...post};
    const [created, refused] = await call('CreatePost', wanted);
    expect(refused).toBeNull();
    return created as Created;
  };

  describe('posts', () => {
    beforeAll(() => host().seed({channels: [{id: ARCHIVED, delete_at: 1}]}));

    it('creates a post with an id, a time and the mark of plugins', async () => {
      const {id} = await create({type: 'custom_zoom', props: {attachments: [{title: 'T'}]}});
      const post = await waitForPost(host(), (candidate) => candidate.id === id);
      expect(post).toMatchObject({type: 'custom_zoom', message: 'hello', edit_at: 0, delete_at: 0});
      expect(post.props).toMatchObject({from_plugin: 'true', attachments: [{title: 'T'}]});
      expect(post.create_at).toBeGreaterThan(0);
    });

    it.each([
      ['an unknown channel', {channel_id: mattermostId('nowhere')}, 404],
      ['an unknown author', {user_id: mattermostId('nobody')}, 404],
      ['an unknown root', {root_id: mattermostId('noroot')}, 400],
      ['a type that is not its own', {type: 'zoom'}, 400],
      ['a message that is too long', {message: 'm'.repeat(16_384)}, 400],
    ])('refuses a post with %s', async (_, post, status) => {
      const wanted = {user_id: ALICE, channel_id: TOWN_SQUARE, message: 'hello', ...post};
      expect(await call('CreatePost', wanted)).toMatchObject(refusal(status));
    });

    it('lets a plugin post into an archived channel, as Mattermost does', async () => {
      expect(await create({channel_id: ARCHIVED})).toMatchObject({message: 'hello'});
    });

    it('overwrites the pin and foreign properties with what the update says', async () => {
      const {id} = await create({});
      await host().seed({
        posts: [{id, user_id: ALICE, channel_id: TOWN_SQUARE, is_pinned: true, props: {a: 1}}],
      });
      await call('UpdatePost', {id, message: 'new', props: {b: 2}});
      const post = await waitForPost(host(), (candidate) => candidate.id === id);
      expect(post).toMatchObject({message: 'new', is_pinned: false, props: {b: 2}});
      expect(post.props).not.toHaveProperty('a');
      expect(post.edit_at).toBeGreaterThan(0);
    });

    it('neither finds nor updates a deleted post', async () => {
      const {id} = await create({});
      await host().deletePost(id);
      expect(await call('GetPost', id)).toMatchObject(refusal(404));
      expect(await call('UpdatePost', {id, message: 'new'})).toMatchObject(refusal(400));
    });

    it('refuses to update a post in an archived channel', async () => {
      const {id} = await create({channel_id: ARCHIVED});
      expect(await call('UpdatePost', {id, message: 'new'})).toMatchObject(refusal(400));
    });

    it('shows a private post to one person, where and when it says, and keeps it out of the channel', async () => {
      const [shown] = await call('SendEphemeralPost', ALICE, {
        user_id: ALICE,
        channel_id: TOWN_SQUARE,
        message: 'only you',
        create_at: 1_234,
        props: {attachments: [{actions: [{id: 'one', name: 'One'}]}]},
      });
      const {id} = shown as Created;
      const seen = async () => (await host().ephemeralPosts()).filter(({post}) => post.id === id);
      expect(await seen()).toMatchObject([
        {
          userId: ALICE,
          post: {
            message: 'only you',
            type: 'system_ephemeral',
            create_at: 1_234,
            props: {attachments: [{actions: [{id: 'one', name: 'One'}]}]},
          },
        },
      ]);
      expect((await host().posts()).map(({message}) => message)).not.toContain('only you');
    });

    it('puts another private post in the place of one, and knows of it only what the update says', async () => {
      const wanted = {user_id: ALICE, channel_id: TOWN_SQUARE, message: 'first', create_at: 1_234};
      const [shown] = await call('SendEphemeralPost', ALICE, wanted);
      const {id} = shown as Created;
      await call('UpdateEphemeralPost', ALICE, {id, channel_id: TOWN_SQUARE, message: 'then'});
      const seen = (await host().ephemeralPosts()).filter(({post}) => post.id === id);
      expect(seen).toMatchObject([{userId: ALICE, post: {message: 'then', user_id: '', create_at: 0}}]);
    });

    it('lists the posts of a channel that changed since', async () => {
      const {id} = await create({});
      const [list] = await call('GetPostsSince', TOWN_SQUARE, 0);
      expect((list as {order: string[]}).order).toContain(id);
    });
  });
}
