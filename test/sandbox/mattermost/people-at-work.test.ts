import {ApiError} from '../../../server/protocol/api-error.js';
import {beforeEach, describe, expect, it} from '@jest/globals';
import {createCommandLine} from '../../../sandbox/mattermost/commands.js';
import {createDelivery} from '../../../sandbox/mattermost/delivery.js';
import {pluginCommands} from '../../../sandbox/mattermost/plugin-commands.js';
import {createPressing, type Press} from '../../../sandbox/mattermost/post-actions.js';
import {newPost, seed} from '../../../sandbox/mattermost/seed.js';
import {createSessions} from '../../../sandbox/mattermost/sessions.js';
import type {ServePlugin} from '../../../sandbox/mattermost/site.js';
import type {PluginRequest} from '../../../sandbox/mattermost/plugin-request.js';
import {createState, type State} from '../../../sandbox/mattermost/state.js';
import {createTriggers} from '../../../sandbox/mattermost/triggers.js';

let state: State;
beforeEach(() => {
  state = createState(() => 1000);
  seed(state, {users: [{id: 'ada', username: 'ada'}], channels: [{id: 'town', name: 'town-square'}]});
});

describe('a button that somebody presses', () => {
  const attachments = [
    {actions: [{id: 'start', integration: {url: '/plugins/zoom/start', context: {secret: 'kept'}}}]},
  ];
  const press: Press = {userId: 'ada', postId: 'card', actionId: 'start'};

  /** Presses, with a plugin that answers these writes; what it was sent comes back too. */
  async function pressed(status: number, ...writes: string[]) {
    const sent: {request?: PluginRequest; body?: string} = {};
    const servePlugin: ServePlugin = async (request, writer) => {
      sent.request = request;
      for await (const chunk of request.body) sent.body = (sent.body ?? '') + Buffer.from(chunk).toString();
      await writer.WriteHeader(status);
      for (const text of writes) await writer.Write(Buffer.from(text));
    };
    const sessions = createSessions(state);
    const deliver = createDelivery({sessions, servePlugin, siteUrl: () => 'http://chat.example'});
    const outcome = await createPressing(state, createTriggers(state.now), deliver)(press);
    return {outcome, user: sessions.userOf(sent.request?.header['Authorization']?.[0]), ...sent};
  }

  beforeEach(() => {
    seed(state, {
      posts: [{id: 'card', channel_id: 'town', user_id: 'bot', message: 'old', props: {attachments}}],
    });
  });

  it('is sent to its address as the presser’s own request, with its context', async () => {
    const {request, body, user} = await pressed(200, '{}');
    expect([request?.method, request?.target, user]).toEqual(['POST', '/plugins/zoom/start', 'ada']);
    expect(JSON.parse(body ?? '')).toMatchObject({
      user_id: 'ada',
      user_name: 'ada',
      channel_id: 'town',
      channel_name: 'town-square',
      post_id: 'card',
      context: {secret: 'kept'},
    });
  });

  it('shows its answer to the presser and changes the post', async () => {
    const {outcome} = await pressed(
      200,
      '{"update":{"message":"new"},"ephemeral_text":"only you","goto_location":"/x"}',
    );
    expect(outcome).toMatchObject({status: 200, ephemeralText: 'only you', gotoLocation: '/x'});
    expect(state.posts.get('card')).toMatchObject({message: 'new', props: {attachments}});
  });

  it('keeps only the last write of the answer, as Mattermost does', async () => {
    const {outcome} = await pressed(200, '{"lost":', '{"ephemeral_text":"last"}');
    expect(outcome.ephemeralText).toBe('last');
  });

  it('is answered by the body alone, whatever status the plugin gives', async () => {
    const {outcome} = await pressed(403, '{"update":{"message":"new"}}');
    expect([outcome.status, state.posts.get('card')?.message]).toEqual([403, 'new']);
  });

  it('shows a text as a private reply, which a channel with collapsed threads hides', async () => {
    await pressed(200, '{"ephemeral_text":"only you"}');
    expect(state.ephemeral).toMatchObject([
      {userId: 'ada', post: {message: 'only you', user_id: 'ada', root_id: 'card'}},
    ]);
  });

  describe('of a post that only one person sees', () => {
    beforeEach(() => {
      state.posts.clear();
      const post = {...newPost(1000), id: 'card', channel_id: 'town', message: 'old', props: {attachments}};
      state.ephemeral.push({userId: 'ada', post});
    });

    it('cannot change it: the server looks for a stored one', async () => {
      await expect(pressed(200, '{"update":{"message":"new"}}')).rejects.toThrow(ApiError);
      expect(state.ephemeral).toMatchObject([{post: {message: 'old'}}]);
    });

    it('is answered below it, as a reply to it', async () => {
      await pressed(200, '{"ephemeral_text":"only you"}');
      expect(state.ephemeral[1]?.post).toMatchObject({message: 'only you', root_id: 'card'});
    });
  });

  it('must exist', async () => {
    const deliver = async () => ({status: 200, body: Buffer.alloc(0), isPlugins: true});
    await expect(
      createPressing(state, createTriggers(state.now), deliver)({...press, actionId: 'other'}),
    ).rejects.toThrow('no such button');
  });
});

describe('a command that somebody types', () => {
  const typed = (text: string) => {
    const plugin = pluginCommands(state, async ({Command}) => ({
      ResponseType: 'ephemeral',
      Text: `ran ${Command}`,
      Attachments: [{Title: 'T', TitleLink: 'https://zoom.us'}],
    }));
    const line = createCommandLine([plugin]);
    return line({userId: 'ada', channelId: 'town', text, rootId: 'root'});
  };
  beforeEach(() => {
    seed(state, {members: [{channel_id: 'town', user_id: 'ada'}]});
    const command = {trigger: 'zoom', team_id: '', auto_complete: true, auto_complete_desc: ''};
    state.commands.set('zoom', {...command, auto_complete_hint: '', display_name: '', description: ''});
  });

  it('is answered to them alone, where they typed it', async () => {
    expect(await typed('/zoom help')).toMatchObject({Text: 'ran /zoom help'});
    expect(state.ephemeral).toMatchObject([
      {
        userId: 'ada',
        post: {
          channel_id: 'town',
          root_id: 'root',
          message: 'ran /zoom help',
          props: {attachments: [{title: 'T', title_link: 'https://zoom.us'}]},
        },
      },
    ]);
  });

  it.each(['/other', '/zoom\nstart', 'zoom'])('is unknown as %j', async (text) => {
    expect(await typed(text)).toBeUndefined();
    expect(state.ephemeral).toEqual([]);
  });
});
