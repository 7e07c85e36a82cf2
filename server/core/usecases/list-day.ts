import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import type {Card} from '../domain/card.js';
import {atTheSameTime, type DayMeeting, inOrderOfDay} from '../domain/day.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {givenTopic, MAX_TOPIC_LENGTH} from '../domain/topic.js';
import {zoomTime} from '../domain/zoom-time.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {AnswerOf} from '../ports/zoom/operation.js';
import type {operations} from '../ports/zoom/operations.js';
import type {Allowance} from './allowance.js';
import type {FindOwnRunning} from './find-own-running.js';
import {identifyInZoom, type IdentifyDeps} from './identify-in-zoom.js';
import {BASIC} from './judge-address.js';
import {explainObstacle, type Obstacle} from './obstacle.js';

export type DayOutcome =
  | {
      kind: 'day';
      meetings: readonly DayMeeting[];
      /** Those of their own that are planned for the same time. */
      overlapping: ReadonlySet<DayMeeting>;
      /** Zoom lets them run one meeting at a time, whatever their account is. */
      isBasic: boolean;
    }
  | Obstacle;

export type ListDay = (input: {
  userId: string;
  user: Promise<ChatUser | undefined>;
  signal: AbortSignal;
}) => Promise<DayOutcome>;

export interface ListDayDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  findOwnRunning: FindOwnRunning;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  hosts: LinkHosts;
}

/** What somebody hosts or is invited to within a day, and what they run now. */
export const createListDay =
  ({zoom, ...deps}: ListDayDeps): ListDay =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    const nextAt = deps.allowance.spend(input.userId, {id: deps.newId(), at: deps.clock.now()});
    if (nextAt !== undefined) return {kind: 'too-many', nextAt};
    try {
      return await list({...deps, zoom}, input);
    } catch (error) {
      return explainObstacle(deps.logger, 'Zoom did not say what somebody has planned', error);
    }
  };

async function list(
  deps: ListDayDeps & {zoom: Zoom},
  {userId, user, signal}: Parameters<ListDay>[0],
): Promise<DayOutcome> {
  const running = deps.findOwnRunning(userId);
  // Asked for below; its failure is told there.
  running.catch(() => undefined);
  const identity = await identifyInZoom(deps, await user, signal);
  if (identity.kind !== 'found') return identity;
  const {zoomUser} = identity;
  const {operations} = deps.zoom.as({kind: 'host', userId, zoomUserId: zoomUser.id}, signal);
  const planned = await operations.listUpcomingMeetings({userId: 'me'});
  const meetings = inOrderOfDay([
    ...(await running).map(liveOne),
    ...planned.meetings.map((one) => plannedOne(one, deps.hosts)),
  ]);
  const overlapping = atTheSameTime(meetings, deps.clock.now());
  return {kind: 'day', meetings, overlapping, isBasic: zoomUser.type === BASIC};
}

type Planned = AnswerOf<typeof operations.listUpcomingMeetings>['meetings'][number];

const plannedOne = (one: Planned, hosts: LinkHosts): DayMeeting => ({
  number: one.id,
  topic: shorten(singleLine(one.topic ?? ''), MAX_TOPIC_LENGTH),
  startsAt: zoomTime(one.start_time),
  minutes: one.duration,
  joinUrl: isMeetingLink(one.join_url, hosts) ? one.join_url : undefined,
  isHost: one.is_host === true,
  isLive: false,
});

const liveOne = (card: Card): DayMeeting => ({
  number: card.meeting.number,
  topic: givenTopic(card),
  startsAt: undefined,
  minutes: undefined,
  joinUrl: card.meeting.joinUrl,
  isHost: true,
  isLive: true,
});
