import {MATTERMOST_ID} from '../../contract/mattermost-id.js';
import {
  CARD_STATES,
  isOverState,
  type ZoomCardPerson,
  type ZoomCardPlan,
  type ZoomCardProp,
  type ZoomPostProps,
} from '../../contract/post-props.js';
import {hasShape, type Is, isFlag, isListOf, isNumber, isOneOf, isText} from '../api/has-shape.js';
import type {HostPost} from '../mattermost/registry.js';

/** Somebody on a card. */
export interface PersonView {
  /** Of a Mattermost user; `undefined`: a guest. */
  userId: string | undefined;
  /** `''`: unknown. */
  name: string;
  isHost: boolean;
}

/** What was scheduled in Zoom. Times: milliseconds since the epoch. */
export interface PlanView {
  /** `undefined`: it has no fixed time. */
  startsAt: number | undefined;
  /** Of the occurrence after that one. */
  nextAt: number | undefined;
  minutes: number | undefined;
  isSeries: boolean;
  /** Where people register who have to before they can join. Not checked yet. */
  registrationLink: string | undefined;
  alternativeHosts: readonly string[];
  panelists: readonly string[];
}

/** What a card shows, read from a post's props. */
export interface CardView {
  state: ZoomCardProp['state'];
  /** `undefined`: it was started from here, or is a link that somebody shared. */
  plan: PlanView | undefined;
  /** It is cancelled here alone. */
  isTakenBack: boolean;
  isWebinar: boolean;
  /** What whoever brought it here wrote; `''`: nothing. */
  description: string;
  /** `''`: none. */
  topic: string;
  /** Digits; `''`: a shared link has none. */
  meetingId: string;
  /** Its number is the host's own, for all of their meetings. */
  isPersonal: boolean;
  /** Not checked yet. */
  link: string | undefined;
  passcode: string | undefined;
  /** `undefined`: a card of the official plugin. */
  cardId: string | undefined;
  hostUserId: string | undefined;
  hostName: string;
  /** All three in milliseconds since the epoch. */
  createdAt: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  /** The first of those who are in, the host before all others; once it is over, of those who took part. */
  people: readonly PersonView[];
  /** All of them; `undefined`: nobody has told of any. */
  peopleCount: number | undefined;
  waitingCount: number;
  hostIsIn: boolean | undefined;
}

/** More than a card names. */
const AT_MOST_PEOPLE = 8;
const AT_MOST_NAMES = 30;
/** What is longer was not written for a card. */
const LONGEST_DESCRIPTION = 10_000;

/** There is nothing left to join. */
export const isOver = ({state}: Pick<CardView, 'state'>): boolean => isOverState(state);

/** What is absent may be `null` in a post that another server or plugin wrote. */
type Stored<T> = {[Name in keyof T]: undefined extends T[Name] ? T[Name] | null : T[Name]};

/** Ours. The version is not asked: what a newer one adds is no concern of this one. Nor is what only a server reads. */
type OurProp = Stored<Omit<ZoomCardProp, 'version' | 'signed' | 'people' | 'plan' | 'titled_here'>> & {
  people?: readonly Stored<ZoomCardPerson>[] | null;
  plan?: Stored<ZoomCardPlan> | null;
};

type Shown =
  'meeting_personal' | 'meeting_link' | 'meeting_topic' | 'meeting_creator_username' | 'meeting_end_time';

/** What is read of the props of any card: the official plugin's, too, which may lack most of them. */
type CardProps = Pick<ZoomPostProps, 'meeting_status'> &
  Stored<Partial<Pick<ZoomPostProps, Shown>>> & {
    meeting_id: ZoomPostProps['meeting_id'] | string;
    zoom_card?: OurProp | null;
  };

const isShort: Is<string> = (value): value is string => isText(value) && value.length <= 1000;
const isDescription: Is<string> = (value): value is string =>
  isText(value) && value.length <= LONGEST_DESCRIPTION;
const isTime: Is<number> = (value): value is number => isNumber(value) && value > 0 && value < 8.64e15;
const isCount: Is<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isMeetingId: Is<number | string> = (value): value is number | string =>
  /^(0|\d{3,20})$/.test(isNumber(value) ? String(value) : isShort(value) ? value : '');
const isNullable =
  <T>(is: Is<T>): Is<T | null | undefined> =>
  (value): value is T | null | undefined =>
    value === null || value === undefined || is(value);

const isPlan = hasShape<Stored<ZoomCardPlan>>({
  starts_at: isNullable(isTime),
  next_at: isNullable(isTime),
  minutes: isNullable(isCount),
  is_series: isNullable(isOneOf(true)),
  registration_url: isNullable(isText),
  alternative_hosts: isNullable(isListOf(isShort)),
  panelists: isNullable(isListOf(isShort)),
});
const isOurs = hasShape<OurProp>({
  id: isShort,
  state: isOneOf(...CARD_STATES),
  kind: isNullable(isOneOf('scheduled', 'webinar')),
  plan: isNullable(isPlan),
  taken_back: isNullable(isOneOf(true)),
  description: isNullable(isDescription),
  host_user_id: isShort,
  host_name: isShort,
  default_topic: isNullable(isOneOf(true)),
  started_at: isNullable(isTime),
  ended_at: isNullable(isTime),
  passcode: isNullable(isShort),
  people: isNullable(
    isListOf(
      hasShape<Stored<ZoomCardPerson>>({
        user_id: isNullable(isShort),
        name: isShort,
        is_host: isNullable(isOneOf(true)),
      }),
    ),
  ),
  people_count: isNullable(isCount),
  waiting_count: isNullable(isCount),
  host_is_in: isNullable(isFlag),
});
const isCard = hasShape<CardProps>({
  meeting_id: isMeetingId,
  meeting_personal: isNullable(isFlag),
  meeting_link: isNullable(isShort),
  meeting_status: isOneOf('STARTED', 'ENDED'),
  meeting_topic: isNullable(isShort),
  meeting_creator_username: isNullable(isShort),
  meeting_end_time: isNullable(isTime),
  zoom_card: isNullable(isOurs),
});

/** Reads a post, whatever it contains. `undefined` if anything is missing or not what it should be. */
export function parseCard(post: HostPost): CardView | undefined {
  const {props} = post;
  if (!isCard(props) || !isTime(post.create_at)) return undefined;
  const ours = props.zoom_card ?? undefined;
  const people = (ours?.people ?? []).slice(0, AT_MOST_PEOPLE).map(readPerson);
  const count = ours?.people_count ?? undefined;
  return {
    state: ours?.state ?? (props.meeting_status === 'ENDED' ? 'ended' : 'live'),
    plan: ours?.kind ? readPlan(ours.plan ?? {}) : undefined,
    isTakenBack: ours?.taken_back ?? false,
    isWebinar: ours?.kind === 'webinar',
    description: (ours?.description ?? '').trim(),
    topic: ours?.default_topic === true ? '' : (props.meeting_topic ?? '').trim(),
    meetingId: Number(props.meeting_id) === 0 ? '' : String(props.meeting_id),
    isPersonal: props.meeting_personal === true,
    link: props.meeting_link ?? undefined,
    passcode: ours?.passcode ?? undefined,
    cardId: ours?.id,
    hostUserId: ours?.host_user_id,
    hostName: ours?.host_name ?? props.meeting_creator_username ?? '',
    createdAt: post.create_at,
    // The official plugin had no start time but that of its post.
    startedAt: ours === undefined ? post.create_at : (ours.started_at ?? undefined),
    endedAt: ours === undefined ? (props.meeting_end_time ?? undefined) : (ours.ended_at ?? undefined),
    people,
    peopleCount: count === undefined ? undefined : Math.max(count, people.length),
    waitingCount: ours?.waiting_count ?? 0,
    hostIsIn: ours?.host_is_in ?? undefined,
  };
}

const readPlan = (plan: Stored<ZoomCardPlan>): PlanView => ({
  startsAt: plan.starts_at ?? undefined,
  nextAt: plan.next_at ?? undefined,
  // Of no length: Zoom says 0 where it knows none.
  minutes: plan.minutes || undefined,
  isSeries: plan.is_series === true,
  registrationLink: plan.registration_url ?? undefined,
  alternativeHosts: readNames(plan.alternative_hosts),
  panelists: readNames(plan.panelists),
});

const readNames = (names: readonly string[] | null | undefined): string[] =>
  (names ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, AT_MOST_NAMES);

const readPerson = ({user_id: userId, name, is_host: isHost}: Stored<ZoomCardPerson>): PersonView => ({
  userId: MATTERMOST_ID.test(userId ?? '') ? (userId ?? undefined) : undefined,
  name: name.trim(),
  isHost: isHost === true,
});
