import type {PostAttachment, PostContent} from '../domain/post-content.js';

/** A Mattermost user, reduced to what the product needs for its decisions. */
export interface ChatUser {
  id: string;
  username: string;
  nickname: string;
  firstName: string;
  lastName: string;
  email: string;
  emailVerified: boolean;
  /** Mattermost's `auth_service`: '' for a password, else `ldap`, `saml`, `openid`, `google`, `office365`, `gitlab`. */
  authService: string;
  /** Language tag of the user's own setting, for example `de`. */
  locale: string;
  /** IANA name of the user's time zone; '' if Mattermost does not know it. */
  timezone: string;
  isGuest: boolean;
  isBot: boolean;
  isSystemAdmin: boolean;
  /** Has a system role besides that of every user, so a permission in a channel does not say that they are in it. */
  hasFurtherRoles: boolean;
  isDeactivated: boolean;
  /** Belongs to another server (shared channels). */
  isRemote: boolean;
}

export interface ChatChannel {
  id: string;
  teamId: string;
  isArchived: boolean;
  /** A direct or a group message. */
  isDirect: boolean;
  /** As people read it; missing: a direct message has none. */
  displayName?: string;
}

/** A post as stored; `props` is everything on it, ours or not. */
export interface ChatPost {
  id: string;
  channelId: string;
  rootId: string;
  userId: string;
  type: string;
  message: string;
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
  isDeleted: boolean;
  props: Readonly<Record<string, unknown>>;
}

/** What only one person reads. */
export interface PrivateMessage {
  text: string;
  attachments?: readonly PostAttachment[];
}

/** A file that goes with a post. Mattermost may not take it: `file-refused`, and nothing is written. */
export interface OutgoingFile {
  name: string;
  bytes: Uint8Array;
}

/** Where a private message is. Mattermost does not store them, so their buttons carry this. */
export interface PrivatePlace {
  channelId: string;
  /** The thread; '' outside threads. */
  rootId: string;
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
}

/**
 * - gone: the post does not exist any more.
 * - fixed: it is somebody else's, and the bot may not change it.
 * - unseen: the bot is not in the channel any more.
 */
export type Rewriting = 'rewritten' | 'gone' | 'fixed' | 'unseen';

/**
 * What the product needs of the chat server. The bot `zoom` is the author of everything written here. Every method
 * rejects with a `PortError`: that of a chat (`isChatError`), and `record-unreadable` where a host keeps preferences in
 * our store.
 */
export interface Chat {
  /** `undefined`: there is no such user. */
  user(userId: string): Promise<ChatUser | undefined>;
  /** `undefined`: nobody has this address, or the bot may not look for addresses. */
  userByEmail(email: string): Promise<ChatUser | undefined>;
  /** `undefined`: there is no such channel. 'unseen': the bot may not look there, and nothing is known. */
  channel(channelId: string): Promise<ChatChannel | 'unseen' | undefined>;
  /**
   * Membership alone. Permissions fall back to team and system roles; this does not. What the bot may not see is no.
   */
  isMember(channelId: string, userId: string): Promise<boolean>;
  /** Whether the user is a member who administers the channel. What the bot may not see is no. */
  isChannelAdmin(channelId: string, userId: string): Promise<boolean>;
  /** Whether the user has `create_post` in the channel. */
  mayPost(channelId: string, userId: string): Promise<boolean>;
  /** How many people are in it. `undefined`: there is no such channel, or the bot may not look there. */
  memberCount(channelId: string): Promise<number | undefined>;
  /** Whether all members of a direct or group message have a team in common. 'unseen': the bot may not look there. */
  shareTeam(channelId: string): Promise<boolean | 'unseen'>;
  createPost(post: {
    channelId: string;
    rootId: string;
    content: PostContent;
    file?: OutgoingFile | undefined;
  }): Promise<{postId: string}>;
  /** `undefined`: there is no such post. A deleted one may be `undefined` too. */
  post(postId: string): Promise<ChatPost | undefined>;
  /** All posts written or edited in the channel since then, by anybody. */
  postsSince(channelId: string, since: number): Promise<ChatPost[]>;
  /** The bot's own posts written or edited in the channel since then. */
  ownPostsSince(channelId: string, since: number): Promise<ChatPost[]>;
  /**
   * Fetches the post, replaces its message and exactly the props that `rewrite` names, and keeps the rest (pin,
   * reactions, files, foreign props): the server overwrites the whole post with what a plugin sends.
   */
  rewritePost(postId: string, rewrite: (post: ChatPost) => PostContent): Promise<Rewriting>;
  /** What the person chose, by name. What they never chose is missing. */
  preferences(userId: string): Promise<Readonly<Record<string, string>>>;
  setPreference(userId: string, name: string, value: string): Promise<void>;
  /**
   * Shows a message to the person alone, in the place where they are looking. `postId`: the private message that it
   * replaces; a host that cannot change one shows it below.
   * @returns 'nowhere': the person cannot be reached in that place, or no longer.
   */
  showPrivately(
    userId: string,
    message: PrivateMessage & {place: PrivatePlace; postId?: string},
  ): Promise<'shown' | 'nowhere'>;
  /**
   * `unlessSince`: not again if the bot has written the same to them since then (milliseconds since the Unix epoch), so
   * that what an interruption has hidden is told once.
   */
  sendDirectMessage(
    userId: string,
    message: PrivateMessage & {unlessSince?: number; file?: OutgoingFile | undefined},
  ): Promise<void>;
}
