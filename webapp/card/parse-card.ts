import {CARD_STATES, type ZoomCardProp, type ZoomPostProps} from '../../contract/post-props.js';
import type {HostPost} from '../mattermost/registry.js';

/** What a card shows, read from a post's props. */
export interface CardView {
  state: ZoomCardProp['state'];
  /** `''`: none. */
  topic: string;
  /** Digits. */
  meetingId: string;
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
}

/** There is nothing left to join. */
export const isOver = ({state}: Pick<CardView, 'state'>): boolean => state === 'ended' || state === 'unknown';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.length <= 1000;
const isTime: Check = (value) => typeof value === 'number' && value > 0 && value < 8.64e15;
const isFlag: Check = (value) => typeof value === 'boolean';
const isMeetingId: Check = (value) =>
  /^\d{3,20}$/.test(typeof value === 'number' ? String(value) : isText(value) ? (value as string) : '');
const isOneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const hasShape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const isOurs = hasShape({
  id: isText,
  state: isOneOf(...CARD_STATES),
  host_user_id: isText,
  host_name: isText,
  default_topic: maybe(isFlag),
  started_at: maybe(isTime),
  ended_at: maybe(isTime),
  passcode: maybe(isText),
});
const isOfficial = hasShape({
  meeting_id: isMeetingId,
  meeting_link: maybe(isText),
  meeting_status: isOneOf('STARTED', 'ENDED'),
  meeting_topic: maybe(isText),
  meeting_creator_username: maybe(isText),
  meeting_end_time: maybe(isTime),
  zoom_card: maybe(isOurs),
});

type Props = Partial<ZoomPostProps>;

/** Reads a post, whatever it contains. `undefined` if anything is missing or not what it should be. */
export function parseCard(post: HostPost): CardView | undefined {
  if (!isOfficial(post.props) || !isTime(post.create_at)) return undefined;
  const props = post.props as Props;
  const ours = props.zoom_card ?? undefined;
  return {
    state: ours?.state ?? (props.meeting_status === 'ENDED' ? 'ended' : 'live'),
    topic: ours?.default_topic === true ? '' : (props.meeting_topic ?? '').trim(),
    meetingId: String(props.meeting_id),
    link: props.meeting_link ?? undefined,
    passcode: ours?.passcode ?? undefined,
    cardId: ours?.id,
    hostUserId: ours?.host_user_id,
    hostName: ours?.host_name ?? props.meeting_creator_username ?? '',
    createdAt: post.create_at,
    // The official plugin had no start time but that of its post.
    startedAt: ours === undefined ? post.create_at : (ours.started_at ?? undefined),
    endedAt: ours === undefined ? (props.meeting_end_time ?? undefined) : (ours.ended_at ?? undefined),
  };
}
