import {formatMeetingNumber} from '../../../contract/meeting-number.js';
import {CARD_POST_TYPE} from '../../../contract/post-props.js';
import {type Card, cardEnd, cardStart, cardState, isOver} from '../domain/card.js';
import {harmless} from '../domain/harmless.js';
import {meetingLength} from '../domain/meeting-length.js';
import type {PostAttachment, PostContent} from '../domain/post-content.js';
import {zoomPostProps} from '../domain/post-props.js';
import type {TextKey, Translate} from '../ports/texts.js';

/** The whole post of a card: complete without the web app, on phones, in notifications, in search, in exports. */
export function renderCard(card: Card, translate: Translate): PostContent {
  const attachment: PostAttachment = {
    ...title(card),
    text: attachmentText(card, translate).join('\n'),
    fallback: fallback(card, translate),
  };
  return {
    type: CARD_POST_TYPE,
    message: message(card, translate),
    props: {...zoomPostProps(card), attachments: [attachment]},
  };
}

/** With a link, Mattermost shows a title as it is; without one, it reads it as Markdown. */
const title = (card: Card): Pick<PostAttachment, 'title' | 'title_link'> =>
  isOver(card) ? {title: harmless(card.topic)} : {title: card.topic, title_link: card.meeting.joinUrl};

/** Notifications and search know nothing but the message. `given`: somebody typed the topic. */
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

function message(card: Card, translate: Translate): string {
  const {topic, host, meeting, hasDefaultTopic} = card;
  const minutes = meetingLength(cardStart(card), cardEnd(card));
  const state = cardState(card);
  const texts = MESSAGES[state === 'ended' && minutes !== undefined ? 'endedWithLength' : state];
  const isGiven = hasDefaultTopic !== true;
  return translate(texts[isGiven ? 'given' : 'none'], {
    name: harmless(host.name, isGiven ? topic : ''),
    topic: harmless(topic, host.name),
    url: meeting.joinUrl,
    minutes: minutes ?? 0,
  });
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
  if (isOver(card)) {
    return [
      translate(cardState(card) === 'unknown' ? 'card.unknown' : 'card.endedUntold'),
      ...(startedAt === undefined ? [] : [translate('card.startedAt', {startedAt})]),
      id,
    ];
  }
  const {passcode} = card.meeting;
  return [
    ...(startedAt === undefined ? [] : [translate('card.liveSince', {startedAt})]),
    id,
    ...(passcode === undefined ? [] : [translate('card.passcode', {passcode: passcode.replaceAll('`', '')})]),
    // The number of an instant meeting expires with its end: https://support.zoom.us/hc/en-us/articles/201362373
    ...(startedAt === undefined ? [translate('card.untilEnd')] : []),
  ];
}

/** Where it is shown at all, for example in a list of threads, Mattermost reads it as Markdown. */
function fallback(card: Card, translate: Translate): string {
  const values = {
    topic: harmless(card.topic, card.host.name),
    name: harmless(card.host.name, card.topic),
    id: formatMeetingNumber(card.meeting.number),
  };
  if (!isOver(card)) {
    const key = cardState(card) === 'live' ? 'card.fallback.started' : 'card.fallback.opened';
    return translate(key, {...values, url: card.meeting.joinUrl});
  }
  if (cardState(card) === 'unknown') return translate('card.fallback.unknown', values);
  const endedAt = cardEnd(card);
  if (endedAt === undefined) return translate('card.fallback.endedUntold', values);
  const minutes = meetingLength(cardStart(card), endedAt);
  return minutes === undefined
    ? translate('card.fallback.ended', {...values, endedAt})
    : translate('card.fallback.endedWithLength', {...values, endedAt, minutes});
}
