import type {Card} from '../../server/core/domain/card.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import type {Plan} from '../../server/core/domain/plan.js';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import type {Cards} from '../../server/core/ports/cards.js';
import type {FakeWorld} from './fake-world.js';
import {mattermostId} from './mattermost-id.js';
import {createSampleCard, OPENED_AT} from './sample-card.js';

const HOUR = 60 * 60_000;

/** For so long after the card was posted the meeting is to begin. */
export const PLANNED_AT = OPENED_AT + 24 * HOUR;

export const samplePlan = (changes: Partial<Plan> = {}): Plan => ({
  toldAt: OPENED_AT,
  topic: 'Planning of the year',
  startsAt: PLANNED_AT,
  minutes: 60,
  ...changes,
});

/** A card of a meeting that is to begin on the next day. */
export function createPlannedCard(changes: Partial<Card> = {}): Card {
  const {uuid: _, ...meeting} = createSampleCard().meeting;
  return createSampleCard({kind: 'scheduled', meeting, plan: samplePlan(), ...changes});
}

/** What Zoom tells of an occurrence that began and ended so many milliseconds after {@link PLANNED_AT}. */
export function occurrenceOf(uuid: string, from: number, to: number) {
  const told = {number: createSampleCard().meeting.number, uuid, hostId: 'zoom-ana', accountId: 'acc-1'};
  const [startedAt, endedAt] = [PLANNED_AT + from, PLANNED_AT + to];
  const receivedAt = endedAt + 1_000;
  const carla = {stayId: `${uuid} 1`, name: 'Carla'};
  return {
    started: {...told, kind: 'started', startedAt, receivedAt},
    joined: {...told, kind: 'joined', participant: carla, where: 'meeting', at: startedAt, receivedAt},
    ended: {...told, kind: 'ended', startedAt, endedAt, receivedAt},
  } as const satisfies Record<string, MeetingEvent>;
}

/** Puts such a card on record, with its post. */
export async function addPlannedCard(
  {chat}: Pick<FakeWorld, 'chat'>,
  cards: Cards,
  changes: Partial<Card> = {},
): Promise<void> {
  const card = createPlannedCard({postId: mattermostId(changes.id ?? 'planned'), ...changes});
  const {postId: id, channelId, rootId, openedAt: createdAt} = card;
  const props = {...zoomPostProps(card)};
  const post = {id, channelId, rootId, userId: 'bot', type: 'custom_zoom', message: '', createdAt, props};
  chat.posts.set(id, {...post, isDeleted: false});
  await cards.add(card);
}
