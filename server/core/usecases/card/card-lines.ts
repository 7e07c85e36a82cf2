import {formatMeetingNumber} from '../../../../contract/meeting-number.js';
import type {Attendance} from '../../domain/attendance.js';
import {kindOf} from '../../domain/card-kind.js';
import {type Card, cardEnd, cardStart, cardState} from '../../domain/card.js';
import {meetingLength} from '../../domain/meeting-length.js';
import type {Translate} from '../../ports/texts.js';
import {descriptionLines} from './description-lines.js';
import {peopleLines} from './people-lines.js';
import {nextLines, rolesAndRegistration, timeLines} from './planned-lines.js';

/** What the attachment says, line by line. */
export function cardLines(card: Card, people: Attendance, translate: Translate): string[] {
  const what = descriptionLines(card.local?.description);
  const who = peopleLines(card, people, translate);
  const {isPlanned, isWebinar} = kindOf(card);
  const id = translate(isWebinar ? 'card.webinarId' : 'card.meetingId', {
    id: formatMeetingNumber(card.meeting.number),
  });
  const started = withTime(cardStart(card), (startedAt) => translate('card.startedAt', {startedAt}));
  const toJoin = [...rolesAndRegistration(card, translate), id, ...passcode(card, translate)];
  const kind = isWebinar ? 'webinar' : 'meeting';
  switch (cardState(card)) {
    case 'waiting':
      return [...what, ...timeLines(card, translate), ...who, ...toJoin, ...untilEnd(card, translate)];
    case 'live': {
      const live = withTime(cardStart(card), (startedAt) => translate('card.liveSince', {startedAt}));
      return [...what, ...live, ...who, ...toJoin];
    }
    case 'shared':
      return [translate('card.shared'), ...(card.meeting.number === '' ? [] : toJoin)];
    case 'ended':
      return [...what, ended(card, translate), ...nextLines(card, translate), ...who, ...started, id];
    case 'unknown':
      return [translate('card.unknown'), id];
    case 'cancelled':
      return [isPlanned ? notHeld(card, kind, translate) : translate('card.cancelled'), id];
    case 'expired':
      return isPlanned
        ? [translate('card.planned.expired', {kind}), ...nextLines(card, translate), id]
        : [translate('card.expired'), id];
  }
}

/** Of what was planned: it was deleted in Zoom, or its card was taken back, and Zoom knows nothing of that. */
const notHeld = (card: Card, kind: string, translate: Translate): string =>
  translate(card.cancelledAt === undefined ? 'card.planned.withdrawn' : 'card.planned.takenBack', {kind});

const withTime = (time: number | undefined, say: (time: number) => string): string[] =>
  time === undefined ? [] : [say(time)];

const passcode = ({meeting: {passcode: code}}: Card, translate: Translate): string[] =>
  code === undefined ? [] : [translate('card.passcode', {passcode: code.replaceAll('`', '')})];

/** The number of an instant meeting expires with its end: https://support.zoom.us/hc/en-us/articles/201362373 */
const untilEnd = (card: Card, translate: Translate): string[] =>
  kindOf(card).isUsedAgain ? [] : [translate('card.untilEnd')];

function ended(card: Card, translate: Translate): string {
  const endedAt = cardEnd(card);
  if (endedAt === undefined) return translate('card.endedUntold');
  const minutes = meetingLength(cardStart(card), endedAt);
  return minutes === undefined
    ? translate('card.ended', {endedAt})
    : translate('card.endedWithLength', {endedAt, minutes});
}
