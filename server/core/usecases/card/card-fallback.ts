import {formatMeetingNumber} from '../../../../contract/meeting-number.js';
import {kindOf} from '../../domain/card-kind.js';
import {type Card, cardEnd, cardStart, cardState} from '../../domain/card.js';
import {harmless} from '../../domain/harmless.js';
import {meetingLength} from '../../domain/meeting-length.js';
import type {Translate} from '../../ports/texts.js';
import {plannedMessage} from './planned-message.js';

const FALLBACKS = {
  waiting: 'card.fallback.opened',
  live: 'card.fallback.started',
  shared: 'card.fallback.shared',
  unknown: 'card.fallback.unknown',
  cancelled: 'card.fallback.cancelled',
  expired: 'card.fallback.expired',
} as const;

/** Where it is shown at all, for example in a list of threads, Mattermost reads it as Markdown. */
export function cardFallback(card: Card, translate: Translate): string {
  if (kindOf(card).isPlanned) return plannedMessage(card, translate);
  const values = {
    topic: harmless(card.topic, card.host.name),
    name: harmless(card.host.name, card.topic),
    id: formatMeetingNumber(card.meeting.number),
    url: card.meeting.joinUrl,
  };
  const state = cardState(card);
  if (state !== 'ended') return translate(FALLBACKS[state], values);
  const endedAt = cardEnd(card);
  if (endedAt === undefined) return translate('card.fallback.endedUntold', values);
  const minutes = meetingLength(cardStart(card), endedAt);
  return minutes === undefined
    ? translate('card.fallback.ended', {...values, endedAt})
    : translate('card.fallback.endedWithLength', {...values, endedAt, minutes});
}
