import {type Card, cardEnd, cardStart, cardState} from '../domain/card.js';
import {meetingLength} from '../domain/meeting-length.js';
import {formatMeetingNumber} from '../domain/meeting-number.js';
import {defuse, literal} from '../domain/plain-text.js';
import type {PostAttachment, PostContent} from '../domain/post-content.js';
import {zoomPostProps} from '../domain/post-props.js';
import type {Translate} from '../ports/texts.js';

/**
 * The whole post of a card: complete without the web app, on mobile, in a notification, in an export.
 * The topic stands only where it is literal text: a title with a link is neither Markdown nor a mention.
 */
export function renderCard(card: Card, translate: Translate): PostContent {
  const attachment: PostAttachment = {
    title: defuse(card.topic),
    title_link: card.meeting.joinUrl,
    text: attachmentText(card, translate).join('\n'),
    fallback: fallback(card, translate),
  };
  return {
    type: 'custom_zoom',
    message: message(card, translate),
    props: {...zoomPostProps(card), attachments: [attachment]},
  };
}

function message(card: Card, translate: Translate): string {
  const name = literal(card.host.name);
  if (cardState(card) !== 'ended') return translate('card.message', {name, url: card.meeting.joinUrl});
  const minutes = meetingLength(cardStart(card), cardEnd(card));
  return minutes === undefined
    ? translate('card.message.ended', {name})
    : translate('card.message.endedWithLength', {name, minutes});
}

function attachmentText(card: Card, translate: Translate): string[] {
  const id = translate('card.meetingId', {id: formatMeetingNumber(card.meeting.number)});
  const startedAt = cardStart(card);
  const endedAt = cardEnd(card);
  if (endedAt !== undefined) {
    const minutes = meetingLength(startedAt, endedAt);
    return [
      minutes === undefined
        ? translate('card.ended', {endedAt})
        : translate('card.endedWithLength', {endedAt, minutes}),
      ...(startedAt === undefined ? [] : [translate('card.startedAt', {startedAt})]),
      id,
    ];
  }
  const {passcode} = card.meeting;
  return [
    ...(startedAt === undefined ? [] : [translate('card.liveSince', {startedAt})]),
    id,
    ...(passcode === undefined ? [] : [translate('card.passcode', {passcode: passcode.replaceAll('`', '')})]),
  ];
}

function fallback(card: Card, translate: Translate): string {
  const values = {
    topic: defuse(card.topic),
    name: defuse(card.host.name),
    id: formatMeetingNumber(card.meeting.number),
  };
  const endedAt = cardEnd(card);
  if (endedAt === undefined) return translate('card.fallback', {...values, url: card.meeting.joinUrl});
  const minutes = meetingLength(cardStart(card), endedAt);
  return minutes === undefined
    ? translate('card.fallback.ended', {...values, endedAt})
    : translate('card.fallback.endedWithLength', {...values, endedAt, minutes});
}
