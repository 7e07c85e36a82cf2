import type {
  ZoomCardPerson,
  ZoomCardPlan,
  ZoomCardProp,
  ZoomPostProps,
} from '../../../contract/post-props.js';
import {type Attendance, attendance} from './attendance.js';
import {kindOf} from './card-kind.js';
import {type Card, cardEnd, cardStart, cardState, isOver} from './card.js';
import type {Person} from './people/crowd.js';
import type {Plan} from './plan.js';
import {isUntitled, shownTopic} from './topic.js';

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
    meeting_topic: shownTopic(card),
    meeting_creator_username: card.host.username,
    meeting_provider: 'Zoom',
    ...(endedAt === undefined ? {} : {meeting_end_time: endedAt}),
    zoom_card: {
      version: 1,
      id: card.id,
      state,
      host_user_id: card.host.userId,
      host_name: card.host.name,
      ...(isUntitled(card) && {default_topic: true}),
      ...(startedAt === undefined ? {} : {started_at: startedAt}),
      ...(endedAt === undefined ? {} : {ended_at: endedAt}),
      ...(card.meeting.passcode === undefined ? {} : {passcode: card.meeting.passcode}),
      ...plannedProps(card),
      ...peopleProps(card, people),
    },
  };
}

type PlannedProps = Pick<ZoomCardProp, 'kind' | 'plan' | 'titled_here' | 'taken_back' | 'description'>;

function plannedProps(card: Card): PlannedProps {
  const {kind, plan, local} = card;
  const isTakenBack = plan !== undefined && cardState(card) === 'cancelled' && card.cancelledAt !== undefined;
  return {
    ...(isTakenBack && {taken_back: true}),
    ...((kind === 'scheduled' || kind === 'webinar') && {kind}),
    ...(plan !== undefined && {plan: planProps(plan)}),
    ...(local?.title !== undefined && {titled_here: true}),
    ...(local?.description !== undefined && {description: local.description}),
  };
}

const planProps = (plan: Plan): ZoomCardPlan => ({
  ...(plan.startsAt !== undefined && {starts_at: plan.startsAt}),
  ...(plan.nextAt !== undefined && {next_at: plan.nextAt}),
  ...(plan.minutes !== undefined && {minutes: plan.minutes}),
  ...(plan.isSeries && {is_series: plan.isSeries}),
  ...(plan.registrationUrl !== undefined && {registration_url: plan.registrationUrl}),
  ...(plan.alternativeHosts !== undefined && {alternative_hosts: plan.alternativeHosts}),
  ...(plan.panelists !== undefined && {panelists: plan.panelists}),
});

type PeopleProps = Pick<ZoomCardProp, 'people' | 'people_count' | 'waiting_count' | 'host_is_in'>;

function peopleProps(card: Card, {isTold, present, waiting, tookPart, ...known}: Attendance): PeopleProps {
  if (!isTold) return {};
  const {people, count} = isOver(card) ? tookPart : present;
  if (kindOf(card).isWebinar) return {people: [], people_count: count, waiting_count: 0};
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
