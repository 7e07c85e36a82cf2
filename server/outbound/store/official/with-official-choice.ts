import type {MeetingIdChoice} from '../../../core/domain/meeting-id-choice.js';
import type {Chat} from '../../../core/ports/chat.js';
import {isStoreError} from '../../../core/ports/port-error.js';
import {openRows} from '../open-rows.js';
import type {RowDeps} from '../row.js';
import {ROWS} from '../rows.js';
import {OFFICIAL} from './official-keys.js';
import type {OfficialChoices} from './official-choices.js';

/**
 * A chat in which people who have chosen no meeting ID with us have the choice that they made in the official plugin.
 * It is taken over when it is first needed, and does not change: each process reads it once for each person.
 */
export function withOfficialChoice(chat: Chat, deps: RowDeps & {choices: OfficialChoices}): Chat {
  const open = openRows(deps);
  const known = new Map<string, MeetingIdChoice | undefined>();
  const choiceOf = async (userId: string): Promise<MeetingIdChoice | undefined> => {
    if (known.has(userId)) return known.get(userId);
    const row = open(ROWS.meetingIdChoice, [userId]);
    let stored = await row.known();
    if (stored === undefined && (await deps.choices.take(OFFICIAL.meetingId.key.replace('<user>', userId)))) {
      stored = (await row.refresh()).value;
    }
    known.set(userId, stored?.choice);
    return stored?.choice;
  };
  return {
    ...chat,
    async preferences(userId) {
      const chosen = await chat.preferences(userId);
      if (chosen['id'] !== undefined) return chosen;
      try {
        const id = await choiceOf(userId);
        return id === undefined ? chosen : {...chosen, id};
      } catch (error) {
        if (!isStoreError(error)) throw error;
        deps.logger.warn('What a person chose in the official plugin could not be read', {
          error: error.message,
        });
        return chosen;
      }
    },
  };
}
