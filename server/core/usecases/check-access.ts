import {readEmail} from '../domain/email.js';
import {personRefusal, starterRefusal, type StarterRefusal} from '../domain/who-may-start.js';
import type {Chat, ChatUser} from '../ports/chat.js';

export type AccessRefusal =
  | {kind: 'no-access'}
  /** The bot may not look into the channel, so nobody knows who is in it. */
  | {kind: 'unseen'}
  | {kind: 'archived'}
  /** In that channel, Mattermost has no thread that begins with that post, or has it no longer. */
  | {kind: 'no-thread'}
  /** A direct or group message of people who share no team, where the server forbids that. */
  | {kind: 'restricted'}
  | {kind: 'refused'; reason: Exclude<StarterRefusal, 'email-unconfirmed'>}
  | {kind: 'email-unconfirmed'; email: string};

/** `email`: the address that speaks for the person in Zoom; `undefined`: their own consent there does. */
export type Access = {kind: 'granted'; user: ChatUser; email: string | undefined} | AccessRefusal;

interface AccessDeps {
  chat: Chat;
  /** Everybody has to have consented in Zoom for themselves, so no address speaks for them. */
  isByConsent: boolean;
  trustUnverifiedEmails: boolean;
  restrictsDirectMessages: boolean;
}

interface Asker {
  user: Promise<ChatUser | undefined>;
  userId: string;
  channelId: string;
  /** Of the thread; '' outside threads. Nobody vouches for it. */
  rootId: string;
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
    isMemberHere(deps.chat, asker),
    mayPostHere || deps.chat.mayPost(channelId, userId),
  ]);
  if (user === undefined) return {kind: 'no-access'};
  const reason = deps.isByConsent ? personRefusal(user) : starterRefusal(user, deps.trustUnverifiedEmails);
  if (reason !== undefined && reason !== 'email-unconfirmed') return {kind: 'refused', reason};
  if (channel === 'unseen') return {kind: 'unseen'};
  if (channel === undefined || !isMember) return {kind: 'no-access'};
  if (channel.isArchived) return {kind: 'archived'};
  if (!mayPost) return {kind: 'no-access'};
  if (!(await isThreadHere(deps.chat, asker))) return {kind: 'no-thread'};
  if (deps.restrictsDirectMessages && channel.isDirect) {
    const shared = await deps.chat.shareTeam(channelId);
    if (shared !== true) return {kind: shared === 'unseen' ? 'unseen' : 'restricted'};
  }
  if (deps.isByConsent) return {kind: 'granted', user, email: undefined};
  const email = readEmail(user.email);
  if (email === undefined) return {kind: 'refused', reason: 'email-missing'};
  return reason === undefined ? {kind: 'granted', user, email} : {kind: 'email-unconfirmed', email};
}

/**
 * An ordinary user may post where they are a member and nowhere else, so Mattermost's word for the one says the other.
 * A role of the system lets people post where they are not.
 */
async function isMemberHere(chat: Chat, {user, userId, channelId, mayPostHere}: Asker): Promise<boolean> {
  if (mayPostHere && (await user)?.hasFurtherRoles === false) return true;
  return chat.isMember(channelId, userId);
}

/** What Mattermost asks of a reply: asked before anything is created whose card it would not take. */
async function isThreadHere(chat: Chat, {channelId, rootId}: Asker): Promise<boolean> {
  if (rootId === '') return true;
  const root = await chat.post(rootId);
  return root !== undefined && root.channelId === channelId && root.rootId === '' && !root.isDeleted;
}

/**
 * The last look, just before a card is posted: Zoom took its time, or the wish is an old one, and things may have
 * changed meanwhile. Nothing is taken on anybody's word.
 */
export async function lookAgain(
  chat: Chat,
  {userId, channelId}: {userId: string; channelId: string},
): Promise<'may-post' | 'archived' | 'forbidden'> {
  const [channel, isMember, mayPost] = await Promise.all([
    chat.channel(channelId),
    chat.isMember(channelId, userId),
    chat.mayPost(channelId, userId),
  ]);
  if (channel === 'unseen') return 'forbidden';
  if (channel === undefined || channel.isArchived) return 'archived';
  return isMember && mayPost ? 'may-post' : 'forbidden';
}
