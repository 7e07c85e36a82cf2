import {readEmail} from '../domain/email.js';
import {starterRefusal, type StarterRefusal} from '../domain/who-may-start.js';
import type {Chat, ChatUser} from '../ports/chat.js';

export type AccessRefusal =
  | {kind: 'no-access'}
  | {kind: 'archived'}
  /** A direct or group message of people who share no team, where the server forbids that. */
  | {kind: 'restricted'}
  | {kind: 'refused'; reason: Exclude<StarterRefusal, 'email-unconfirmed'>}
  | {kind: 'email-unconfirmed'; email: string};

export type Access = {kind: 'granted'; user: ChatUser; email: string} | AccessRefusal;

interface AccessDeps {
  chat: Chat;
  trustUnverifiedEmails: boolean;
  restrictsDirectMessages: boolean;
}

interface Asker {
  user: Promise<ChatUser | undefined>;
  userId: string;
  channelId: string;
  /** Mattermost has just made sure of it, and that the channel is not archived. */
  mayPostHere: boolean;
}

/**
 * Who may start a meeting where. The questions are independent and asked side by side, but for what Mattermost has
 * vouched for: that is not asked again. A channel that one is not in and a channel that does not exist get the same
 * answer.
 */
export async function checkAccess(deps: AccessDeps, asker: Asker): Promise<Access> {
  const {userId, channelId, mayPostHere} = asker;
  const isOpen = mayPostHere && !deps.restrictsDirectMessages;
  const [user, channel, isMember, mayPost] = await Promise.all([
    asker.user,
    isOpen ? {isArchived: false, isDirect: false} : deps.chat.channel(channelId),
    deps.chat.isMember(channelId, userId),
    mayPostHere || deps.chat.mayPost(channelId, userId),
  ]);
  if (user === undefined) return {kind: 'no-access'};
  const reason = starterRefusal(user, deps.trustUnverifiedEmails);
  if (reason !== undefined && reason !== 'email-unconfirmed') return {kind: 'refused', reason};
  if (channel === undefined || !isMember) return {kind: 'no-access'};
  if (channel.isArchived) return {kind: 'archived'};
  if (!mayPost) return {kind: 'no-access'};
  if (deps.restrictsDirectMessages && channel.isDirect && !(await deps.chat.shareTeam(channelId))) {
    return {kind: 'restricted'};
  }
  const email = readEmail(user.email);
  if (email === undefined) return {kind: 'refused', reason: 'email-missing'};
  return reason === undefined ? {kind: 'granted', user, email} : {kind: 'email-unconfirmed', email};
}

/** Whether a wish of some time ago is still that of an active member: nothing was asked about them since. */
export async function isStillThere(
  chat: Chat,
  {userId, channelId}: {userId: string; channelId: string},
): Promise<boolean> {
  const [user, isMember] = await Promise.all([chat.user(userId), chat.isMember(channelId, userId)]);
  return user !== undefined && !user.isDeactivated && isMember;
}

/** The second look, just before a card is posted: Zoom took its time, and things may have changed meanwhile. */
export async function lookAgain(
  chat: Chat,
  {userId, channelId}: {userId: string; channelId: string},
): Promise<'may-post' | 'archived' | 'forbidden'> {
  const [channel, mayPost] = await Promise.all([chat.channel(channelId), chat.mayPost(channelId, userId)]);
  if (channel === undefined || channel.isArchived) return 'archived';
  return mayPost ? 'may-post' : 'forbidden';
}
