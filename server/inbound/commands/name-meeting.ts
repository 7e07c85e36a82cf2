import type {StartPlace} from '../../core/domain/start-place.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {TypedNames} from './read-named.js';

/** The meeting that a command is about: by its number, or their own newest one that is open here. */
export async function nameMeeting(
  findOpenCardsAt: FindOpenCardsAt,
  {channelId, rootId, userId}: StartPlace & {userId: string},
  {number}: Pick<TypedNames, 'number'>,
): Promise<{number: string; cardId: string} | 'none-here' | 'unread'> {
  if (number === undefined) return 'unread';
  if (number !== '') return {number, cardId: ''};
  const open = await findOpenCardsAt({channelId, rootId});
  const card = open.find(({host}) => host.userId === userId);
  return card === undefined ? 'none-here' : {number: card.meeting.number, cardId: card.id};
}
