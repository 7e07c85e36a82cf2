import {type Chat, ChatError} from '../../../core/ports/chat.js';
import {StoreUnavailableError} from '../../../core/ports/key-value.js';
import {answered, answeredOrHidden, answeredOrMissing} from './chat-answer.js';
import {toChatChannel, toChatUser} from './chat-values.js';
import {createPosts, type PostsDeps} from './posts.js';
import type {Preferences} from './preferences.js';

interface ChatDeps extends PostsDeps {
  preferences: Preferences;
}

/** Mattermost as a bot sees it over REST. What the bot may not see is taken from what Mattermost vouched for. */
export function createChat(deps: ChatDeps): Chat {
  const {
    client: {api},
    botId,
    vouchers,
    preferences,
  } = deps;
  const isMember = async (channelId: string, userId: string): Promise<boolean> =>
    (await vouched(vouchers.ofMember(userId, channelId))) !== undefined ||
    (await answeredOrHidden(api.getChannelMember(channelId, userId))) !== undefined;
  return {
    ...createPosts(deps),
    async user(userId) {
      const user = await answeredOrMissing(api.getUser(userId));
      return user && toChatUser(user);
    },
    async channel(channelId) {
      const channel = await answeredOrHidden(api.getChannel(channelId));
      if (channel !== undefined) return toChatChannel(channel);
      const voucher = await vouched(vouchers.ofChannel(channelId));
      return (
        voucher && {id: channelId, teamId: voucher.teamId, isDirect: voucher.isDirect, isArchived: false}
      );
    },
    isMember,
    // The REST API tells a bot nothing of others' permissions: only Mattermost's own word counts.
    mayPost: async (channelId, userId) => (await vouched(vouchers.ofMember(userId, channelId))) !== undefined,
    // The server runs no command where it keeps people apart.
    shareTeam: async (channelId) => (await vouched(vouchers.ofChannel(channelId))) !== undefined,
    preferences: (userId) => vouched(preferences.of(userId)),
    setPreference: (userId, name, value) => vouched(preferences.set(userId, name, value)),
    async sendDirectMessage(userId, {text, attachments = []}) {
      const channel = await answered(api.createDirectChannel([botId, userId]));
      const props = attachments.length === 0 ? {} : {attachments};
      await answered(api.createPost({channel_id: channel.id, message: text, props: {...props}}));
    },
  };
}

/** The chat's port knows no store: when ours fails, the chat is what cannot answer. */
async function vouched<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
    throw new ChatError('unavailable', error.message, {cause: error});
  }
}
