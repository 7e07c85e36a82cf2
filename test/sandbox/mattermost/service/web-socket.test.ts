import {afterEach, beforeEach, describe, expect, it, jest} from '@jest/globals';
import mm, {type WebSocketClient as Client} from '@mattermost/client';
import {WebSocket} from 'ws';
import {ADA, ANA, BEN, type ChatUnderTest, OTHER_TEAM, SECRET, startChat, TOWN} from './chat-under-test.js';

const {WebSocketClient} = mm;
interface Message {
  event: string;
  data: Record<string, unknown>;
  broadcast: Record<string, unknown>;
  seq: number;
}

let chat: ChatUnderTest;
const open: Client[] = [];
beforeEach(async () => {
  // Mattermost's client reads the constants of the browser's class, and tells the console what it does.
  Object.assign(globalThis, {WebSocket, CloseEvent: Event});
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  chat = await startChat();
});
afterEach(async () => {
  for (const client of open.splice(0)) client.close();
  await chat.close();
  Reflect.deleteProperty(globalThis, 'WebSocket');
  Reflect.deleteProperty(globalThis, 'CloseEvent');
  jest.restoreAllMocks();
});

interface Listening {
  client: Client;
  heard: Message[];
  /** Resolves to the next event of this name, or the one that came. */
  readonly next: (event: string) => Promise<Message>;
}

/** Mattermost's own websocket client, with this token. */
async function listen(token: string): Promise<Listening> {
  const client = new WebSocketClient({
    newWebSocketFn: (url) => new WebSocket(url) as unknown as globalThis.WebSocket,
    minWebSocketRetryTime: 1,
    reconnectJitterRange: 1,
  });
  open.push(client);
  const heard: Message[] = [];
  const waiting = new Set<() => void>();
  client.addMessageListener((message) => {
    heard.push(message as unknown as Message);
    for (const look of waiting) look();
  });
  client.addMissedMessageListener(() => heard.push({event: 'missed'} as unknown as Message));
  const next = (event: string): Promise<Message> =>
    new Promise((resolve) => {
      const from = heard.length;
      const look = (): void => {
        const message = heard.slice(from).find((one) => one.event === event);
        if (message === undefined) return;
        waiting.delete(look);
        resolve(message);
      };
      waiting.add(look);
    });
  const hello = next('hello');
  client.initialize(`${chat.mattermost.siteUrl.replace('http', 'ws')}/api/v4/websocket`, token);
  await hello;
  return {client, heard, next};
}

describe('The websocket of a token', () => {
  it('says hello once the token is known, numbers its events, and answers what it is asked', async () => {
    const {client, heard, next} = await listen(chat.botToken);
    expect(heard[0]).toMatchObject({
      seq: 0,
      data: {server_version: expect.stringMatching(/^11\.11\.0\./), connection_id: expect.any(String)},
    });
    const reply = await new Promise((resolve) => client.sendMessage('ping', {}, resolve));
    expect(reply).toMatchObject({status: 'OK', data: {text: 'pong'}, seq_reply: expect.any(Number)});
    const joined = next('user_added');
    await chat.bot.addToChannel(chat.botId, TOWN);
    expect((await joined).seq).toBe(1);
  });

  it('is closed by the server when the token is nobody’s', async () => {
    const socket = new WebSocket(`${chat.mattermost.siteUrl.replace('http', 'ws')}/api/v4/websocket`);
    const said: string[] = [];
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('message', (bytes: Buffer) => said.push(bytes.toString()));
    socket.once('open', () => {
      socket.send(JSON.stringify({action: 'ping', seq: 1}));
      socket.send(JSON.stringify({action: 'authentication_challenge', seq: 2, data: {token: 'made up'}}));
    });
    await closed;
    expect(said.map((text) => JSON.parse(text) as unknown)).toMatchObject([
      {status: 'FAIL', seq_reply: 1, error: {status_code: 401}},
    ]);
  });

  it('may be proved by a header instead', async () => {
    const socket = new WebSocket(`${chat.mattermost.siteUrl.replace('http', 'ws')}/api/v4/websocket`, {
      headers: {Authorization: `Bearer ${chat.botToken}`},
    });
    const first = await new Promise((resolve) =>
      socket.once('message', (bytes: Buffer) => resolve(JSON.parse(bytes.toString()))),
    );
    expect(first).toMatchObject({event: 'hello'});
    socket.terminate();
  });

  it('tells what happens in the channels that the bot is in, and nothing of others', async () => {
    const {heard, next} = await listen(chat.botToken);
    await chat.bot.addToChannel(chat.botId, TOWN);
    const post = await chat.as(ANA).createPost({channel_id: SECRET, message: 'Hidden'});
    await chat.as(ANA).patchPost({id: post.id, message: 'Still hidden'});
    const posted = next('posted');
    const seen = await chat.as(BEN).createPost({channel_id: TOWN, message: 'Hi'});
    const {data, broadcast} = await posted;
    expect(data).toMatchObject({
      channel_name: 'town-square',
      channel_type: 'O',
      sender_name: '@ben',
      team_id: expect.any(String),
    });
    expect(JSON.parse(String(data['post']))).toMatchObject({id: seen.id, message: 'Hi'});
    expect(broadcast).toMatchObject({channel_id: TOWN});
    const edited = next('post_edited');
    await chat.as(BEN).patchPost({id: seen.id, message: 'Hi all'});
    await edited;
    const deleted = next('post_deleted');
    await chat.as(BEN).deletePost(seen.id);
    await deleted;
    expect(JSON.stringify(heard)).not.toContain('idden');
  });

  it('tells an account that it was put into a team, that its roles changed, and of changed users', async () => {
    const {next} = await listen(chat.botToken);
    const added = next('added_to_team');
    await chat.as(ADA).addToTeam(OTHER_TEAM, chat.botId);
    expect((await added).data).toEqual({team_id: OTHER_TEAM, user_id: chat.botId});
    const roles = next('user_role_updated');
    await chat.as(ADA).updateUserRoles(chat.botId, 'system_user system_post_all');
    expect((await roles).data).toMatchObject({user_id: chat.botId, roles: 'system_user system_post_all'});
    const updated = next('user_updated');
    await chat.as(ANA).patchMe({locale: 'pt'});
    expect((await updated).data).toMatchObject({user: {id: ANA, locale: 'pt', auth_service: ''}});
  });

  it('is found again after it was cut, with a number that begins anew', async () => {
    const {heard, next} = await listen(chat.botToken);
    const joined = next('user_added');
    await chat.bot.addToChannel(chat.botId, TOWN);
    await joined;
    const again = next('hello');
    chat.mattermost.dropWebSockets();
    expect((await again).seq).toBe(0);
    expect(heard.map(({event}) => event)).toContain('missed');
    const posted = next('posted');
    await chat.as(BEN).createPost({channel_id: TOWN, message: 'Hi'});
    expect((await posted).seq).toBe(1);
  });
});
