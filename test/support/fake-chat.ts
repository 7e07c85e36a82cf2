import type {PostAttachment} from '../../server/core/domain/post-content.js';
import type {
  Chat,
  ChatChannel,
  ChatPost,
  ChatUser,
  OutgoingFile,
  PrivateMessage,
  PrivatePlace,
} from '../../server/core/ports/chat.js';
import {mattermostId} from './mattermost-id.js';

export interface DirectMessage {
  userId: string;
  text: string;
  attachments?: readonly PostAttachment[];
  file?: OutgoingFile | undefined;
}

export interface ShownMessage extends PrivateMessage {
  userId: string;
  place: PrivatePlace;
  /** Of the private message that it took the place of. */
  postId?: string;
}

export interface FakeChat extends Chat {
  readonly users: Map<string, ChatUser>;
  readonly channels: Map<string, ChatChannel>;
  /** `channel user`; who is a member may post, too, unless they are in `silenced`. */
  readonly members: Set<string>;
  readonly silenced: Set<string>;
  /** `channel user`, of members. */
  readonly channelAdmins: Set<string>;
  /** Direct messages of people who share no team. */
  readonly strangers: Set<string>;
  readonly posts: Map<string, ChatPost>;
  /** Posts of people with which threads begin: their channels, by post id. */
  readonly threads: Map<string, string>;
  /** By post id. */
  readonly files: Map<string, OutgoingFile>;
  /** By post id: what keeps it from being changed. */
  readonly obstacles: Map<string, 'fixed' | 'unseen'>;
  /** By user id. */
  readonly preferencesOf: Map<string, Record<string, string>>;
  readonly directMessages: readonly DirectMessage[];
  /** Private messages, in the order in which they were shown. */
  readonly shown: readonly ShownMessage[];
  /** Names of the methods that were called, in order. */
  readonly calls: readonly (keyof Chat)[];
  /** While it is here, the method rejects with what this gives. */
  readonly faults: Map<keyof Chat, () => Error>;
}

const botId = mattermostId('zoombot');

const rootPost = (id: string, channelId: string): ChatPost => ({
  id,
  channelId,
  rootId: '',
  userId: mattermostId('somebody'),
  type: '',
  message: 'Shall we talk?',
  createdAt: 0,
  isDeleted: false,
  props: {},
});

/** Mattermost in memory, as the port sees it. */
export function createFakeChat(clock: {now(): number}): FakeChat {
  const calls: (keyof Chat)[] = [];
  const directMessages: DirectMessage[] = [];
  const writtenAt: number[] = [];
  const shown: ShownMessage[] = [];
  const faults = new Map<keyof Chat, () => Error>();
  const users = new Map<string, ChatUser>();
  const channels = new Map<string, ChatChannel>();
  const members = new Set<string>();
  const silenced = new Set<string>();
  const channelAdmins = new Set<string>();
  const strangers = new Set<string>();
  const posts = new Map<string, ChatPost>();
  const threads = new Map<string, string>();
  const files = new Map<string, OutgoingFile>();
  const obstacles = new Map<string, 'fixed' | 'unseen'>();
  const preferences = new Map<string, Record<string, string>>();

  const begin = async (method: keyof Chat): Promise<void> => {
    calls.push(method);
    await Promise.resolve();
    const fault = faults.get(method);
    if (fault !== undefined) throw fault();
  };

  return {
    users,
    channels,
    members,
    silenced,
    channelAdmins,
    strangers,
    posts,
    threads,
    files,
    obstacles,
    preferencesOf: preferences,
    directMessages,
    shown,
    calls,
    faults,
    async user(userId) {
      await begin('user');
      return users.get(userId);
    },
    async userByEmail(email) {
      await begin('userByEmail');
      return [...users.values()].find((user) => user.email === email);
    },
    async channel(channelId) {
      await begin('channel');
      return channels.get(channelId);
    },
    async isMember(channelId, userId) {
      await begin('isMember');
      return members.has(`${channelId} ${userId}`);
    },
    async isChannelAdmin(channelId, userId) {
      await begin('isChannelAdmin');
      const member = `${channelId} ${userId}`;
      return members.has(member) && channelAdmins.has(member);
    },
    async mayPost(channelId, userId) {
      await begin('mayPost');
      return !silenced.has(userId) && !silenced.has(`${channelId} ${userId}`);
    },
    async memberCount(channelId) {
      await begin('memberCount');
      return [...members].filter((key) => key.startsWith(`${channelId} `)).length;
    },
    async shareTeam(channelId) {
      await begin('shareTeam');
      return !strangers.has(channelId);
    },
    async createPost({channelId, rootId, content, file}) {
      await begin('createPost');
      const id = mattermostId(`post${posts.size + 1}`);
      const createdAt = clock.now();
      posts.set(id, {...content, id, channelId, rootId, userId: botId, createdAt, isDeleted: false});
      if (file !== undefined) files.set(id, file);
      return {postId: id};
    },
    async post(postId) {
      await begin('post');
      const threadIn = threads.get(postId);
      return threadIn === undefined ? posts.get(postId) : rootPost(postId, threadIn);
    },
    async postsSince(channelId, since) {
      await begin('postsSince');
      return [...posts.values()].filter((post) => post.channelId === channelId && post.createdAt >= since);
    },
    async ownPostsSince(channelId, since) {
      await begin('ownPostsSince');
      return [...posts.values()].filter(
        (post) => post.channelId === channelId && post.userId === botId && post.createdAt >= since,
      );
    },
    async rewritePost(postId, rewrite) {
      await begin('rewritePost');
      const post = posts.get(postId);
      if (post === undefined || post.isDeleted) return 'gone';
      const obstacle = obstacles.get(postId);
      if (obstacle !== undefined) return obstacle;
      const {type, message, props} = rewrite(post);
      posts.set(postId, {...post, type, message, props: {...post.props, ...props}});
      return 'rewritten';
    },
    async preferences(userId) {
      await begin('preferences');
      return preferences.get(userId) ?? {};
    },
    async setPreference(userId, name, value) {
      await begin('setPreference');
      preferences.set(userId, {...preferences.get(userId), [name]: value});
    },
    async showPrivately(userId, message) {
      await begin('showPrivately');
      shown.push({userId, ...message});
      return 'shown';
    },
    async sendDirectMessage(userId, {unlessSince, ...message}) {
      await begin('sendDirectMessage');
      const before = directMessages.some(
        (each, index) =>
          each.userId === userId &&
          each.text === message.text &&
          (writtenAt[index] ?? 0) >= (unlessSince ?? Infinity),
      );
      if (before) return;
      directMessages.push({userId, ...message});
      writtenAt.push(clock.now());
    },
  };
}
