import {kindOf} from '../../domain/card-kind.js';
import {type Card, cardEnd, cardStart, cardState} from '../../domain/card.js';
import {harmless} from '../../domain/harmless.js';
import {meetingLength} from '../../domain/meeting-length.js';
import {isUntitled, shownTopic} from '../../domain/topic.js';
import type {TextKey, Translate} from '../../ports/texts.js';
import {plannedMessage} from './planned-message.js';

/** `given`: somebody typed the topic. */
const MESSAGES = {
  waiting: {given: 'card.message.openedWithTopic', none: 'card.message.opened'},
  live: {given: 'card.message.startedWithTopic', none: 'card.message.started'},
  ended: {given: 'card.message.endedWithTopic', none: 'card.message.ended'},
  unknown: {given: 'card.message.unknownWithTopic', none: 'card.message.unknown'},
  cancelled: {given: 'card.message.cancelledWithTopic', none: 'card.message.cancelled'},
  expired: {given: 'card.message.expiredWithTopic', none: 'card.message.expired'},
  shared: {given: 'card.message.sharedWithTopic', none: 'card.message.shared'},
  endedWithLength: {given: 'card.message.endedWithTopicAndLength', none: 'card.message.endedWithLength'},
} as const satisfies Record<string, Record<'given' | 'none', TextKey>>;

/** Notifications and search know nothing but the message. Who is in is not in it: it would change all the time. */
export function cardMessage(card: Card, translate: Translate): string {
  if (kindOf(card).isPlanned) return plannedMessage(card, translate);
  const {host, meeting} = card;
  const topic = shownTopic(card);
  const minutes = meetingLength(cardStart(card), cardEnd(card));
  const state = cardState(card);
  const texts = MESSAGES[state === 'ended' && minutes !== undefined ? 'endedWithLength' : state];
  const isGiven = !isUntitled(card);
  return translate(texts[isGiven ? 'given' : 'none'], {
    name: harmless(host.name, isGiven ? topic : ''),
    topic: harmless(topic, host.name),
    url: meeting.joinUrl,
    minutes: minutes ?? 0,
  });
}
