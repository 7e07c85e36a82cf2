import {kindOf} from '../../domain/card-kind.js';
import {type Card, cardEnd, cardStart, cardState} from '../../domain/card.js';
import {harmless} from '../../domain/harmless.js';
import {meetingLength} from '../../domain/meeting-length.js';
import {shownTopic} from '../../domain/topic.js';
import type {TextKey, Translate} from '../../ports/texts.js';
import {wayIn} from './way-in.js';

const MESSAGES = {
  waiting: 'card.planned.message.waiting',
  waitingUntil: 'card.planned.message.waitingUntil',
  live: 'card.planned.message.live',
  ended: 'card.planned.message.ended',
  endedWithLength: 'card.planned.message.endedWithLength',
  unknown: 'card.planned.message.unknown',
  cancelled: 'card.planned.message.withdrawn',
  takenBack: 'card.planned.message.takenBack',
  expired: 'card.planned.message.expired',
  shared: 'card.planned.message.waiting',
} as const satisfies Record<string, TextKey>;

/** Of what was scheduled in Zoom: nobody in particular begins it, and it has a name. */
export function plannedMessage(card: Card, translate: Translate): string {
  const topic = shownTopic(card);
  const {url, isRegistration} = wayIn(card);
  const minutes = meetingLength(cardStart(card), cardEnd(card));
  return translate(MESSAGES[whatToSay(card, minutes)], {
    name: harmless(card.host.name, topic),
    topic: harmless(topic, card.host.name),
    startsAt: card.plan?.startsAt ?? 0,
    minutes: minutes ?? 0,
    url,
    link: isRegistration ? 'register' : kindOf(card).isWebinar ? 'webinar' : 'meeting',
  });
}

function whatToSay(card: Card, minutes: number | undefined): keyof typeof MESSAGES {
  const state = cardState(card);
  if (state === 'waiting' && card.plan?.startsAt !== undefined) return 'waitingUntil';
  if (state === 'cancelled' && card.cancelledAt !== undefined) return 'takenBack';
  return state === 'ended' && minutes !== undefined ? 'endedWithLength' : state;
}
