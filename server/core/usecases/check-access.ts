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

/**
 * Who may start a meeting where. The four questions are independent and asked side by side. A channel that one is not
 * in and a channel that does not exist get the same answer.
 */
export async function checkAccess(
  deps: {chat: Chat; trustUnverifiedEmails: boolean; restrictsDirectMessages: boolean},
  {user: asked, userId, channelId}: {user: Promise<ChatUser | undefined>; userId: string; channelId: string},
): Promise<Access> {
  const [user, channel, isMember, mayPost] = await Promise.all([
    asked,
    deps.chat.channel(channelId),
    deps.chat.isMember(channelId, userId),
    deps.chat.mayPost(channelId, userId),
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
