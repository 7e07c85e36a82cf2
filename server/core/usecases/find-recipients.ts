import {personRefusal} from '../domain/who-may-start.js';
import type {Chat, ChatUser} from '../ports/chat.js';

/** Why somebody who was named gets nothing. unknown: nobody in this team has the name · many: too many were named */
export type NotMeant = 'unknown' | 'self' | 'bot' | 'remote' | 'deactivated' | 'many';

export interface Recipients {
  people: readonly ChatUser[];
  /** By the names that were typed. */
  missed: readonly {name: string; because: NotMeant}[];
}

interface Named {
  /** Who names them. */
  userId: string;
  /** As they were typed, without the `@`. */
  names: readonly string[];
  /** Ids by user name, as Mattermost found them in the team of the person who typed. */
  mentions: ReadonlyMap<string, string>;
}

/** One person writes to so many at once. */
export const MAX_RECIPIENTS = 20;

/**
 * Who was named in a command, as Mattermost knows them at this moment: only people of the same team, so that nobody
 * writes through the bot to somebody whom they could not write to themselves. Rejects with what the chat rejects with.
 */
export async function findRecipients(
  chat: Pick<Chat, 'user'>,
  {userId, names, mentions}: Named,
): Promise<Recipients> {
  const distinct = [...new Set(names.map((name) => name.toLowerCase()))];
  const [asked, tooMany] = [distinct.slice(0, MAX_RECIPIENTS), distinct.slice(MAX_RECIPIENTS)];
  const judged = await Promise.all(
    asked.map(async (name) => {
      const id = idOf(name, mentions);
      const user = id === undefined ? undefined : await chat.user(id);
      return {name, user, because: judge(user, userId)};
    }),
  );
  return {
    people: judged.flatMap(({user, because}) => (user === undefined || because !== undefined ? [] : [user])),
    missed: [
      ...judged.flatMap(({name, because}) => (because === undefined ? [] : [{name, because}])),
      ...tooMany.map((name) => ({name, because: 'many' as const})),
    ],
  };
}

/** A name at the end of a sentence may have its full stop with it. */
const idOf = (name: string, mentions: ReadonlyMap<string, string>): string | undefined =>
  mentions.get(name) ?? mentions.get(name.replace(/[._-]+$/, ''));

/** Guests may be invited: they only may not invite. */
function judge(user: ChatUser | undefined, byUserId: string): NotMeant | undefined {
  if (user === undefined) return 'unknown';
  if (user.id === byUserId) return 'self';
  const refusal = personRefusal({...user, isGuest: false});
  return refusal === 'guest' ? undefined : refusal;
}
