import type {Api} from '../api/create-api.js';
import type {Asked} from '../api/answers.js';
import type {Place} from '../mattermost/place.js';
import type {StartAt} from '../state/start-at.js';
import type {HostPost} from '../mattermost/registry.js';
import {topicOf} from './topic-of.js';

const known = (place: Place) => (): Promise<Asked<Place>> => Promise.resolve({kind: 'answer', value: place});

/** In a channel, or in a thread of it. */
export const startInChannel = (channelId: string, {rootId = '', topic = ''} = {}): StartAt => ({
  key: channelId,
  topic,
  find: known({channelId, rootId}),
});

/** About a post, in its thread. */
export const startAboutPost = ({id, channel_id: channelId, root_id: rootId, message}: HostPost): StartAt =>
  startInChannel(channelId, {rootId: rootId || id, topic: topicOf(message)});

/** In the thread that the Threads view shows, where no channel is open. */
export const startInThread = (threadId: string, {post}: Api): StartAt => ({
  key: `thread ${threadId}`,
  topic: '',
  find: () => post(threadId),
});

/** With one person, in the direct channel of the two. Mattermost creates it if there is none. */
export const startWithPerson = (ownId: string, otherId: string, {directChannel}: Api): StartAt => ({
  key: `person ${otherId}`,
  topic: '',
  personId: otherId,
  async find() {
    const channel = await directChannel(ownId, otherId);
    return channel.kind === 'answer'
      ? {kind: 'answer', value: {channelId: channel.value, rootId: ''}}
      : channel;
  },
});
