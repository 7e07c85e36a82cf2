import type {Card} from '../domain/card.js';
import {personRefusal} from '../domain/who-may-start.js';
import type {SharedAs} from '../ports/audit.js';
import type {Chat} from '../ports/chat.js';
import {judgeEnder} from './judge-ender.js';

/**
 * As what somebody may give others a way into the meeting of a card, as Mattermost says at this moment: its host; where
 * `adminsMay`, also the administrators of its channel, and system administrators wherever it is.
 */
export async function judgeSharer(
  chat: Pick<Chat, 'user' | 'isMember' | 'isChannelAdmin'>,
  card: Pick<Card, 'host' | 'channelId'>,
  {userId, adminsMay}: {userId: string; adminsMay: boolean},
): Promise<SharedAs | 'no-access' | 'not-theirs'> {
  const as = await judgeEnder(chat, card, userId);
  if (as === 'host' || as === 'no-access') return as;
  if (!adminsMay) return 'not-theirs';
  if (as === 'channel-admin') return as;
  const user = await chat.user(userId);
  const mayAct = user?.isSystemAdmin === true && personRefusal(user) === undefined;
  return mayAct ? 'system-admin' : 'not-theirs';
}
