import type {ZoomPostProps} from '../../../contract/post-props.js';
import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardStart, cardState, isOver} from './card.js';

/** What the web app, other plugins and old clients read of a card, of any kind. */
export function zoomPostProps(card: Card): ZoomPostProps {
  const state = cardState(card);
  const startedAt = cardStart(card);
  const endedAt = cardEnd(card);
  return {
    meeting_id: Number(card.meeting.number),
    meeting_uuid: card.occurrence ?? card.meeting.uuid ?? '',
    meeting_link: card.meeting.joinUrl,
    meeting_status: isOver(card) ? 'ENDED' : 'STARTED',
    meeting_personal: kindOf(card).isPersonal,
    meeting_topic: card.topic,
    meeting_creator_username: card.host.username,
    meeting_provider: 'Zoom',
    ...(endedAt === undefined ? {} : {meeting_end_time: endedAt}),
    zoom_card: {
      version: 1,
      id: card.id,
      state,
      host_user_id: card.host.userId,
      host_name: card.host.name,
      ...(card.hasDefaultTopic && {default_topic: true}),
      ...(startedAt === undefined ? {} : {started_at: startedAt}),
      ...(endedAt === undefined ? {} : {ended_at: endedAt}),
      ...(card.meeting.passcode === undefined ? {} : {passcode: card.meeting.passcode}),
    },
  };
}

/** The id of the card that a post shows; `undefined`: it shows none of ours. */
export function cardIdOf(props: Readonly<Record<string, unknown>>): string | undefined {
  const ours = props['zoom_card'];
  if (typeof ours !== 'object' || ours === null || !('id' in ours)) return undefined;
  return typeof ours.id === 'string' ? ours.id : undefined;
}
