import {isMeetingLink, type LinkHosts} from '../../../contract/link-rules.js';
import {kindOf} from '../domain/card-kind.js';
import {shorten, singleLine} from '../domain/plain-text.js';
import {MAX_TOPIC_LENGTH} from '../domain/topic.js';
import {hostOf, isHostedBy} from '../domain/zoom-subject.js';
import type {ChatUser} from '../ports/chat.js';
import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import type {Zoom} from '../ports/zoom.js';
import type {Allowance} from './allowance.js';
import {wayIn} from './card/way-in.js';
import {refusalCode} from './close-outcome.js';
import type {FindHosted} from './find-hosted.js';
import {findOwnNumber} from './find-own-number.js';
import type {IdentifyDeps} from './identify-in-zoom.js';
import {explainObstacle, type Obstacle} from './obstacle.js';

/** Zoom's own invitation to a meeting. */
export interface Invitation {
  number: string;
  /** '': nobody gave it one. */
  topic: string;
  /** As Zoom writes it, with the passcode: for the host, who decides who else reads it. */
  text: string;
  /** Where people join or register; `undefined`: Zoom's link leads to an address that is not trusted. */
  url: string | undefined;
  isRegistration: boolean;
}

export type InvitationOutcome =
  | {kind: 'invitation'; invitation: Invitation}
  /** Zoom writes none for webinars. */
  | {kind: 'webinar'; topic: string; url: string | undefined; isRegistration: boolean}
  | {kind: 'gone'}
  | {kind: 'ended'}
  | {kind: 'not-the-host'}
  | Obstacle;

export interface InvitationInput {
  userId: string;
  user: Promise<ChatUser | undefined>;
  number: string;
  /** '': they named it by its number. */
  cardId: string;
  signal: AbortSignal;
}

export type GetInvitation = (input: InvitationInput) => Promise<InvitationOutcome>;

export interface GetInvitationDeps extends Omit<IdentifyDeps, 'zoom'> {
  /** `undefined`: the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  findHosted: FindHosted;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
  newId: () => string;
  allowance: Pick<Allowance, 'spend'>;
  hosts: LinkHosts;
}

/** Mattermost takes 16 383 characters, and somebody's words stand above it. */
const MAX_LENGTH = 12_000;

/** Asked for anew each time, and kept nowhere. */
export const createGetInvitation =
  ({zoom, ...deps}: GetInvitationDeps): GetInvitation =>
  async (input) => {
    if (zoom === undefined) return {kind: 'not-configured'};
    const {userId, cardId} = input;
    try {
      const connected = {...deps, zoom};
      const attempt = {id: deps.newId(), at: deps.clock.now()};
      const nextAt = deps.allowance.spend(userId, attempt);
      if (nextAt !== undefined) return {kind: 'too-many', nextAt};
      return await (cardId === '' ? byNumber(connected, input) : byCard(connected, input));
    } catch (error) {
      // Deleted, or over for so long that Zoom has forgotten it.
      if ([3001, 1001].includes(refusalCode(error) ?? 0)) return {kind: 'gone'};
      return explainObstacle(deps.logger, 'Zoom gave no invitation', error);
    }
  };

type Connected = GetInvitationDeps & {zoom: Zoom};

/** Their own card, so that nobody has to be looked up in Zoom; what was planned may have another host by now. */
async function byCard({findHosted, zoom}: Connected, input: InvitationInput): Promise<InvitationOutcome> {
  const {userId, cardId, number, signal} = input;
  const found = await findHosted({userId, cardId, number});
  if (found.kind !== 'hosted') return found;
  const {card, topic} = found;
  const way = wayIn(card);
  if (kindOf(card).isWebinar) return {kind: 'webinar', topic, ...way};
  const {operations} = zoom.as(hostOf(card), signal);
  if (kindOf(card).isPlanned) {
    const {host_id: hostId} = await operations.getMeeting({meetingId: number});
    if (!isHostedBy(card.meeting.hostId, hostId)) return {kind: 'not-the-host'};
  }
  const {invitation} = await operations.getMeetingInvitation({meetingId: number});
  return {kind: 'invitation', invitation: {number, topic, text: readText(invitation), ...way}};
}

async function byNumber(deps: Connected, input: InvitationInput): Promise<InvitationOutcome> {
  const {number, signal} = input;
  const own = await findOwnNumber(deps, {user: await input.user, number}, signal);
  if (own.kind !== 'own') return own;
  const {shown, kind} = own.found;
  const topic = shorten(singleLine(shown.topic ?? ''), MAX_TOPIC_LENGTH);
  const isRegistration = shown.registration_url !== undefined;
  const link = shown.registration_url ?? shown.join_url;
  const way = {url: isMeetingLink(link, deps.hosts) ? link : undefined, isRegistration};
  if (kind === 'webinar') return {kind, topic, ...way};
  const {invitation} = await own.zoom.operations.getMeetingInvitation({meetingId: number});
  return {kind: 'invitation', invitation: {number, topic, text: readText(invitation), ...way}};
}

const readText = (text: string): string => shorten(text.replace(/\r\n?/g, '\n').trim(), MAX_LENGTH);
