import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import type {Post} from '@mattermost/types/posts';
import {ADA, BEN, type ChatUnderTest, FORBIDDEN, refusal, startChat, TEAM, TOWN} from './chat-under-test.js';
import {json, type Receiver, startReceiver} from './receiver.js';

let chat: ChatUnderTest;
let service: Receiver;
beforeEach(async () => {
  chat = await startChat();
  service = await startReceiver();
  await chat.bot.addToChannel(chat.botId, TOWN);
});
afterEach(async () => {
  await chat.close();
  await service.close();
});

const sent = (): Record<string, unknown> =>
  JSON.parse(service.requests.at(-1)?.body ?? '{}') as Record<string, unknown>;

/** A card of the bot's with one button and one menu. */
async function postCard(): Promise<Post> {
  const integration = {url: `${service.url}/press`, context: {proof: 'kept'}};
  const actions = [
    {id: 'join', type: 'button', name: 'Join', integration},
    {id: 'pick', type: 'select', name: 'Pick', integration},
  ];
  return chat.bot.createPost({
    channel_id: TOWN,
    message: 'Card',
    props: {attachments: [{actions}]},
  });
}

describe('A button of a service', () => {
  it('is posted to its address with its context, and nothing that proves who sends it', async () => {
    const {id} = await postCard();
    service.answer(json({}));
    await chat.as(BEN).doPostAction(id, 'join');
    const [request] = service.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/press',
      headers: {'content-type': 'application/json', accept: 'application/json'},
    });
    expect(request?.headers).not.toHaveProperty('authorization');
    expect(sent()).toEqual({
      user_id: BEN,
      user_name: 'ben',
      channel_id: TOWN,
      channel_name: 'town-square',
      team_id: TEAM,
      team_domain: 'sales',
      post_id: id,
      trigger_id: expect.stringMatching(/^[A-Za-z0-9+/=]{60,}$/),
      type: 'button',
      data_source: '',
      context: {proof: 'kept'},
    });
    await chat.as(BEN).doPostAction(id, 'pick', 'second');
    expect(sent()).toMatchObject({type: 'select', context: {proof: 'kept', selected_option: 'second'}});
  });

  it('may change its post, tell the presser something, and open an address', async () => {
    const {id} = await postCard();
    service.answer(
      json({update: {message: 'Changed'}, ephemeral_text: 'Done', goto_location: 'https://zoom.us'}),
    );
    expect(await chat.as(BEN).doPostAction(id, 'join')).toMatchObject({
      status: 'OK',
      goto_location: 'https://zoom.us',
    });
    expect(await chat.bot.getPost(id)).toMatchObject({message: 'Changed'});
    expect(chat.mattermost.state.ephemeral).toMatchObject([
      {userId: BEN, post: {message: 'Done', channel_id: TOWN, root_id: id}},
    ]);
  });

  it('fails when the service refuses, talks nonsense or is not there', async () => {
    const {id} = await postCard();
    const failed = [400, 'api.post.do_action.action_integration.app_error'];
    service.answer({status: 403});
    expect(await refusal(chat.as(BEN).doPostAction(id, 'join'))).toEqual(failed);
    service.answer({body: '<html>'});
    expect(await refusal(chat.as(BEN).doPostAction(id, 'join'))).toEqual(failed);
    await service.close();
    expect(await refusal(chat.as(BEN).doPostAction(id, 'join'))).toEqual(failed);
    service = await startReceiver();
  });

  it('is pressed by members of its channel', async () => {
    const {id} = await postCard();
    expect(await refusal(chat.as(ADA).doPostAction(id, 'join'))).toEqual(FORBIDDEN);
    expect(await refusal(chat.as(BEN).doPostAction(id, 'other'))).toEqual([
      404,
      'api.post.do_action.action_id.app_error',
    ]);
    expect(service.requests).toEqual([]);
  });
});
