import type {HeardEvent} from '../../server/core/usecases/hear-of-participant.js';

/** Somebody comes to the meeting of this number, or what `changes` says. */
export function createHeardEvent(
  number: string,
  at: number,
  changes: Partial<HeardEvent> & {who?: Partial<HeardEvent['participant']>} = {},
): HeardEvent {
  const {who, ...others} = changes;
  const participant = {stayId: '16778240', zoomUserId: undefined, name: 'Carla Gomez', ...who};
  return {kind: 'joined', where: 'meeting', number, receivedAt: at, at, participant, ...others};
}
