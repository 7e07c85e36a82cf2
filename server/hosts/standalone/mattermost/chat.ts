import type {Client4} from '@mattermost/client';
import type {Site} from '../../../core/domain/site.js';
import type {Chat} from '../../../core/ports/chat.js';
import {chatUnavailable, hasCode} from '../../../core/ports/port-error.js';
import type {CommandAnswers, Preferences} from '../../../core/ports/service-records.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing, unlessForbidden} from './chat-answer.js';
import {toChatChannel, toChatUser} from './chat-values.js';
import type {MattermostClient} from './client.js';
import {createMembers} from './members.js';
import {createPosts} from './posts.js';
import {createPrivateMessages} from './private-messages.js';
import {upload} from './upload.js';

interface ChatDeps {
  client: MattermostClient;
  bot: Bot;
  commandAnswers: CommandAnswers;
  preferences: Preferences;
  site: () => Promise<Site>;
}

/** Mattermost as a bot sees it over REST, asked anew each time. */
export function createChat(deps: ChatDeps): Chat {
  const {client, bot, preferences} = deps;
  const {api} = client;
  const privately = createPrivateMessages(deps);
  const posts = createPosts(deps);
  return {
    ...posts,
    ...createMembers(deps),
    showPrivately: (userId, message) => stored(privately.showPrivately(userId, message)),
    async user(userId) {
      const user = await answeredOrMissing(api.getUser(userId));
      return user && toChatUser(user);
    },
    async userByEmail(email) {
      // The client puts it into the path as it is; anything can stand in front of its @.
      const user = await unlessForbidden(answeredOrMissing(api.getUserByEmail(encodeURIComponent(email))));
      return user === 'forbidden' || user === undefined ? undefined : toChatUser(user);
    },
    async channel(channelId) {
      const channel = await unlessForbidden(answeredOrMissing(api.getChannel(channelId)));
      if (channel === 'forbidden') return 'unseen';
      return channel && toChatChannel(channel);
    },
    async memberCount(channelId) {
      const stats = await unlessForbidden(answeredOrMissing(api.getChannelStats(channelId)));
      return stats === 'forbidden' ? undefined : stats?.member_count;
    },
    async shareTeam(channelId) {
      const shared = await unlessForbidden(shareTeam(api, channelId));
      return shared === 'forbidden' ? 'unseen' : shared;
    },
    preferences: (userId) => stored(preferences.of(userId)),
    setPreference: (userId, name, value) => stored(preferences.set(userId, name, value)),
    async sendDirectMessage(userId, {text, attachments = [], unlessSince, file}) {
      const channel = await answered(api.createDirectChannel([bot.id, userId]));
      const written = unlessSince === undefined ? [] : await posts.ownPostsSince(channel.id, unlessSince);
      if (written.some(({message}) => message === text)) return;
      const props = attachments.length === 0 ? {} : {attachments};
      const file_ids = await upload(client, channel.id, file);
      await answered(api.createPost({channel_id: channel.id, message: text, props: {...props}, file_ids}));
    },
  };
}

async function shareTeam(api: Client4, channelId: string): Promise<boolean> {
  const members = await answered(api.getChannelMembers(channelId));
  const teams = await Promise.all(members.map(({user_id}) => answered(api.getTeamsForUser(user_id))));
  const [first = [], ...others] = teams.map((list) => list.map(({id}) => id));
  return first.some((id) => others.every((ids) => ids.includes(id)));
}

/** The port of the chat knows no store, so a failure of ours counts as the chat's. */
async function stored<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (!hasCode(error, 'store-unavailable')) throw error;
    throw chatUnavailable(error.message, {cause: error});
  }
}
