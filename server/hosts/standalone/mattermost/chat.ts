import type {Client4} from '@mattermost/client';
import type {Site} from '../../../core/domain/site.js';
import type {Chat} from '../../../core/ports/chat.js';
import {chatUnavailable, isChatError, hasCode} from '../../../core/ports/port-error.js';
import type {Preferences} from '../../../core/ports/service-records.js';
import {answered, answeredOrMissing, statusOf, unlessForbidden} from './chat-answer.js';
import {toChatChannel, toChatUser} from './chat-values.js';
import {createPosts, type PostsDeps} from './posts.js';
import {createPrivateMessages} from './private-messages.js';

interface ChatDeps extends PostsDeps {
  preferences: Preferences;
  site: () => Promise<Site>;
}

/** Mattermost as a bot sees it over REST. For what the bot may not see, what Mattermost vouched for counts. */
export function createChat(deps: ChatDeps): Chat {
  const {
    client: {api},
    bot,
    vouchers,
    preferences,
  } = deps;
  /** Mattermost runs a command for an administrator anywhere, so its word counts only where the bot cannot look. */
  const isMember = async (channelId: string, userId: string): Promise<boolean> => {
    const member = await unlessForbidden(answeredOrMissing(api.getChannelMember(channelId, userId)));
    if (member !== 'forbidden') return member !== undefined;
    return (await vouched(vouchers.ofMember(userId, channelId))) !== undefined;
  };
  const posts = createPosts(deps);
  const privately = createPrivateMessages(deps);
  return {
    ...posts,
    createPost: (post) => vouched(posts.createPost(post)),
    showPrivately: (userId, message) => vouched(privately.showPrivately(userId, message)),
    async user(userId) {
      const user = await answeredOrMissing(api.getUser(userId));
      return user && toChatUser(user);
    },
    async channel(channelId) {
      const channel = await unlessForbidden(answeredOrMissing(api.getChannel(channelId)));
      if (channel !== 'forbidden') return channel && toChatChannel(channel);
      const voucher = await vouched(vouchers.ofChannel(channelId));
      return (
        voucher && {id: channelId, teamId: voucher.teamId, isDirect: voucher.isDirect, isArchived: false}
      );
    },
    isMember,
    // The REST API says nothing about other people's permissions, so Mattermost's own word counts, or the channel's
    // moderation. That word may be half an hour old: people who have left since may not post.
    async mayPost(channelId, userId) {
      const [isStillMember, voucher] = await Promise.all([
        isMember(channelId, userId),
        vouched(vouchers.ofMember(userId, channelId)),
      ]);
      return isStillMember && (voucher !== undefined || membersMayPost(api, channelId));
    },
    shareTeam: async (channelId) => {
      const shared = await unlessForbidden(shareTeam(api, channelId));
      // Newer servers do not run a command where they keep people apart.
      return shared === 'forbidden' ? (await vouched(vouchers.ofChannel(channelId))) !== undefined : shared;
    },
    preferences: (userId) => vouched(preferences.of(userId)),
    setPreference: (userId, name, value) => vouched(preferences.set(userId, name, value)),
    async sendDirectMessage(userId, {text, attachments = []}) {
      const channel = await answered(api.createDirectChannel([bot.id, userId]));
      const props = attachments.length === 0 ? {} : {attachments};
      await answered(api.createPost({channel_id: channel.id, message: text, props: {...props}}));
    },
  };
}

/** Servers without a licence know no moderation (501). */
const NOT_IMPLEMENTED = 501;

async function membersMayPost(api: Client4, channelId: string): Promise<boolean> {
  try {
    const rules = await unlessForbidden(answeredOrMissing(api.getChannelModerations(channelId)));
    if (rules === 'forbidden') return false;
    const rule = rules?.find(({name}) => name === 'create_post');
    return rule?.roles.members?.value !== false;
  } catch (error) {
    if (isChatError(error) && statusOf(error) === NOT_IMPLEMENTED) return true;
    throw error;
  }
}

async function shareTeam(api: Client4, channelId: string): Promise<boolean> {
  const members = await answered(api.getChannelMembers(channelId));
  const teams = await Promise.all(members.map(({user_id}) => answered(api.getTeamsForUser(user_id))));
  const [first = [], ...others] = teams.map((list) => list.map(({id}) => id));
  return first.some((id) => others.every((ids) => ids.includes(id)));
}

/** The port of the chat knows no store, so a failure of ours counts as the chat's. */
async function vouched<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (!hasCode(error, 'store-unavailable')) throw error;
    throw chatUnavailable(error.message, {cause: error});
  }
}
