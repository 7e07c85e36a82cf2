import type {Card} from '../domain/card.js';
import {personRefusal} from '../domain/who-may-start.js';
import type {EndedAs} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';

/**
 * As what somebody may end the meeting of a card, as Mattermost says at this moment. Whoever is no administrator of its
 * channel hears the same as of a card that is not there. no-access: its host, who may not act any more.
 */
export async function judgeEnder(
  chat: Pick<Chat, 'user' | 'isMember' | 'isChannelAdmin'>,
  {host, channelId}: Pick<Card, 'host' | 'channelId'>,
  userId: string,
): Promise<EndedAs | 'no-access' | 'not-theirs'> {
  const isHost = host.userId === userId;
  const [user, isIn] = await Promise.all([
    chat.user(userId),
    isHost ? chat.isMember(channelId, userId) : chat.isChannelAdmin(channelId, userId),
  ]);
  const mayAct = user !== undefined && personRefusal(user) === undefined && isIn;
  if (isHost) return mayAct ? 'host' : 'no-access';
  return mayAct ? 'channel-admin' : 'not-theirs';
}
