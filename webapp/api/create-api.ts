import {basePath} from '../mattermost/selectors.js';
import type {Store, UserProfile} from '../mattermost/global-state.js';
import {type ClientInfo, readClientInfo} from './client-info.js';
import {type Answer, asText, type Refusal, request} from './request.js';
import {type ExistingMeeting, readExistingMeeting} from './existing-meeting.js';

export interface StartWish {
  channelId: string;
  rootId: string;
  topic: string;
  /** Whatever else is on in the channel. */
  force: boolean;
}

export type StartAnswer =
  | {kind: 'started'; meetingUrl: string}
  | {kind: 'exists'; meeting: ExistingMeeting}
  | ({kind: 'refused'} & Refusal);

/** Everything that the script asks of the plugin and of Mattermost. Nothing here rejects. */
export interface Api {
  /** Below `/plugins/zoom`. */
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  client(): Promise<ClientInfo | undefined>;
  start(wish: StartWish): Promise<StartAnswer>;
  /** The channel of a post; '' when it cannot be seen. */
  channelOf(postId: string): Promise<string>;
  /** The direct channel of two people; '' when there can be none. */
  directChannel(userId: string, otherId: string): Promise<string>;
  user(userId: string): Promise<UserProfile | undefined>;
}

export function createApi(store: Store): Api {
  const plugin = (path: string): string => `${basePath(store.getState())}/plugins/zoom${path}`;
  const server = (path: string): string => `${basePath(store.getState())}/api/v4${path}`;
  const get: Api['get'] = (path) => request('GET', plugin(path));
  const post: Api['post'] = (path, body) => request('POST', plugin(path), body);
  return {
    get,
    post,
    async client() {
      const answer = await get('/api/v1/client');
      return answer.ok ? readClientInfo(answer.body) : undefined;
    },
    async start({channelId, rootId, topic, force}) {
      const path = `/api/v1/meetings${force ? '?force=true' : ''}`;
      const answer = await post(path, {channel_id: channelId, root_id: rootId, topic});
      if (answer.ok) return {kind: 'started', meetingUrl: asText(answer.body['meeting_url'])};
      if (answer.status !== 409) return {...answer, kind: 'refused'};
      return {kind: 'exists', meeting: readExistingMeeting(answer)};
    },
    async channelOf(postId) {
      const answer = await request('GET', server(`/posts/${postId}`));
      return answer.ok ? asText(answer.body['channel_id']) : '';
    },
    async directChannel(userId, otherId) {
      const answer = await request('POST', server('/channels/direct'), [userId, otherId]);
      return answer.ok ? asText(answer.body['id']) : '';
    },
    async user(userId) {
      const answer = await request('GET', server(`/users/${userId}`));
      return answer.ok ? (answer.body as unknown as UserProfile) : undefined;
    },
  };
}
