import {personRefusal, type PersonRefusal} from '../domain/who-may-start.js';
import type {Chat, ChatUser} from '../ports/chat.js';

/** Somebody who may ask Zoom for something through us. `hasZoomUser`: bots have none, whatever their role. */
export interface Asker {
  kind: 'asker';
  user: ChatUser;
  isAdmin: boolean;
  hasZoomUser: boolean;
}

/**
 * As what somebody asks, as Mattermost says at this moment. A bot that is a system administrator may act on others.
 * Rejects with what the chat rejects with.
 */
export async function judgeAsker(
  chat: Pick<Chat, 'user'>,
  userId: string,
): Promise<Asker | {kind: 'refused'; reason: PersonRefusal}> {
  const user = await chat.user(userId);
  if (user === undefined) return {kind: 'refused', reason: 'deactivated'};
  const isBot = user.isBot && user.isSystemAdmin;
  const reason = personRefusal(isBot ? {...user, isBot: false} : user);
  if (reason !== undefined) return {kind: 'refused', reason};
  return {kind: 'asker', user, isAdmin: user.isSystemAdmin, hasZoomUser: !user.isBot};
}
