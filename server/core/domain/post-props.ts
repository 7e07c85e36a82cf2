import type {ZoomCardPerson, ZoomCardProp, ZoomPostProps} from '../../../contract/post-props.js';
import {type Attendance, attendance} from './attendance.js';
import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardStart, cardState, isOver} from './card.js';
import type {Person} from './people/crowd.js';

/** What the web app, other plugins and old clients read of a card, of any kind. */
export function zoomPostProps(card: Card, people = attendance(card)): ZoomPostProps {
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
      ...peopleProps(card, people),
    },
  };
}

type PeopleProps = Pick<ZoomCardProp, 'people' | 'people_count' | 'waiting_count' | 'host_is_in'>;

function peopleProps(card: Card, {isTold, present, waiting, tookPart, ...known}: Attendance): PeopleProps {
  if (!isTold) return {};
  const {people, count} = isOver(card) ? tookPart : present;
  return {
    people: people.map(personProp),
    people_count: count,
    waiting_count: waiting,
    ...(known.hostIsIn && {host_is_in: true}),
    ...(known.isWithoutHost && {host_is_in: false}),
  };
}

const personProp = ({userId, name, isHost}: Person): ZoomCardPerson => ({
  ...(userId !== undefined && {user_id: userId}),
  name,
  ...(isHost && {is_host: isHost}),
});

/** The id of the card that a post shows; `undefined`: it shows none of ours. */
export function cardIdOf(props: Readonly<Record<string, unknown>>): string | undefined {
  const ours = props['zoom_card'];
  if (typeof ours !== 'object' || ours === null || !('id' in ours)) return undefined;
  return typeof ours.id === 'string' ? ours.id : undefined;
}
