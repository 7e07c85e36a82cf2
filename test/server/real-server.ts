import {randomUUID} from 'node:crypto';
import mattermost, {type Client4} from '@mattermost/client';
import type {Post} from '@mattermost/types/posts';
import {WebSocket} from 'ws';

const EPHEMERAL = 'system_ephemeral';

export type PostWithActions = Post & {
  props: {attachments?: {actions?: {id: string; cookie: string}[]}[]};
};

/** Somebody at work on the server, and what their client hears. */
export interface Person {
  email: string;
  api: Client4;
  /** The newest post that is shown to them alone and satisfies the predicate, now or later. */
  whisper(predicate: (post: PostWithActions) => boolean): Promise<PostWithActions>;
  leave(): void;
}

const connect = (url: string, token: string): Client4 => {
  const client = new mattermost.Client4();
  client.setUrl(url);
  client.setToken(token);
  return client;
};

/** A server that is there for tests: an administrator's token opens it. */
export const connectAdmin = connect;

/** Somebody new with a confirmed address, a team and a channel of their own. */
export async function newPerson(url: string, admin: Client4) {
  const name = `t${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const email = `${name}@example.com`;
  const user = {email, username: name, password: randomUUID(), first_name: 'Ana', last_name: 'Silva'};
  const {id} = await admin.createUser(user as never, '', '');
  await confirmAddress(url, admin, id);
  const team = await admin.createTeam({name, display_name: name, type: 'O'} as never);
  await admin.addToTeam(team.id, id);
  const {token = ''} = await admin.createUserAccessToken(id, 'test');
  const api = connect(url, token);
  const channel = {team_id: team.id, name: 'planning', display_name: 'Planning', type: 'O'};
  const {id: channelId} = await api.createChannel(channel as never);
  return {team, channelId, person: {email, api, ...(await hear(url, token))} satisfies Person};
}

/** The client has no method for it. */
async function confirmAddress(url: string, admin: Client4, userId: string): Promise<void> {
  const headers = {Authorization: `Bearer ${admin.getToken()}`};
  await fetch(`${url}/api/v4/users/${userId}/email/verify/member`, {method: 'POST', headers});
}

/** A post for one person, and its change in place, which `UpdateEphemeralPost` announces like any other edit. */
const TELL_OF_POSTS: ReadonlySet<string> = new Set(['ephemeral_message', 'post_edited']);

async function hear(url: string, token: string): Promise<Pick<Person, 'whisper' | 'leave'>> {
  const heard: PostWithActions[] = [];
  const listeners = new Set<() => void>();
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/v4/websocket`, {
    headers: {Authorization: `Bearer ${token}`},
  });
  const ready = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const {event, data: said} = JSON.parse(String(data)) as {
        event: string;
        data: {post?: string};
      };
      if (event === 'hello') resolve();
      if (TELL_OF_POSTS.has(event)) heard.push(JSON.parse(said.post ?? '{}') as PostWithActions);
      for (const listener of listeners) listener();
    });
  });
  await ready;
  return {
    whisper: (predicate) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = heard.findLast((post) => post.type === EPHEMERAL && predicate(post));
          if (found === undefined) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      }),
    leave: () => socket.terminate(),
  };
}
