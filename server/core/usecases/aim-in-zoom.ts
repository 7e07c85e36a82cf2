import * as z from 'zod';
import type {ConsentBy} from '../domain/zoom-connection.js';
import type {ZoomSubject} from '../domain/zoom-subject.js';
import {hasCode} from '../ports/port-error.js';
import {hostOf} from '../ports/zoom/host-of.js';
import type {Operation} from '../ports/zoom/operation.js';
import type {OperationCalls} from '../ports/zoom/operations.js';
import type {Zoom} from '../ports/zoom.js';
import type {FindSelf, Self} from './find-self.js';
import type {Asker} from './judge-asker.js';
import {refusalCode} from './close-outcome.js';

export type OperationInput = Readonly<Record<string, unknown>>;

/** In whose name Zoom is asked for what. */
export interface Aim {
  kind: 'aim';
  subject: ZoomSubject;
  input: OperationInput;
  /** Of the asker; `undefined`: nobody has looked. */
  zoomUserId: string | undefined;
  /** What is known of the host before Zoom is asked. to-be-judged: it has to be the asker, and the answer says who. */
  host: 'asker' | 'to-be-judged' | 'anybody';
}

/** Why nothing is sent to Zoom. */
export type NotAimed =
  | Exclude<Self, {kind: 'found'}>
  /** A bot meant itself. */
  | {kind: 'no-zoom-user'}
  /** Everybody speaks for themselves alone, administrators too. */
  | {kind: 'own-only'}
  /** It is somebody else's, or there is no such thing. */
  | {kind: 'not-theirs'};

interface Wish {
  row: Operation;
  input: OperationInput;
  asker: Asker;
  signal: AbortSignal;
}

interface AimDeps {
  zoom: Zoom;
  consent: ConsentBy;
  findSelf: FindSelf;
}

const SERVER = {kind: 'server'} as const;

/**
 * Whether somebody may ask for this: their own things, and system administrators for everybody's where the connection
 * is the account's. It takes one question to Zoom at most, besides who they are. Rejects with `zoom-trouble`.
 */
export async function aimInZoom(deps: AimDeps, wish: Wish): Promise<Aim | NotAimed> {
  const {row, input, asker} = wish;
  const isOfAll = deps.consent !== 'person';
  if (row.of === 'account') return isOfAll ? atAnybody(input) : {kind: 'own-only'};
  if (row.of === 'user') return aimAtUser(deps, wish);
  if (asker.isAdmin && isOfAll && row.isForHost === undefined) return atAnybody(input);
  const self = await askWhoTheyAre(deps, wish);
  if (self.kind !== 'found') return self;
  const aim = {
    kind: 'aim',
    subject: {kind: 'host', userId: asker.user.id, zoomUserId: self.zoomUser.id},
    input,
    zoomUserId: self.zoomUser.id,
  } as const;
  if (namesHost(row)) return {...aim, host: 'to-be-judged'};
  const hostId = await findHostId(deps.zoom.as(aim.subject, wish.signal).operations, row, input);
  return hostId === self.zoomUser.id ? {...aim, host: 'asker'} : {kind: 'not-theirs'};
}

const atAnybody = (input: OperationInput): Aim => ({
  kind: 'aim',
  subject: SERVER,
  input,
  zoomUserId: undefined,
  host: 'anybody',
});

async function askWhoTheyAre(
  {findSelf}: AimDeps,
  {asker, signal}: Wish,
): Promise<Self | {kind: 'no-zoom-user'}> {
  return asker.hasZoomUser ? findSelf(asker.user, signal) : {kind: 'no-zoom-user'};
}

/** `me`, and whoever the asker is by another name. Administrators may name others. */
async function aimAtUser(deps: AimDeps, wish: Wish): Promise<Aim | NotAimed> {
  const {input, asker} = wish;
  const isOfAll = deps.consent !== 'person';
  const named = String(input['userId']);
  if (named !== 'me' && asker.isAdmin && isOfAll) return atAnybody(input);
  const self = await askWhoTheyAre(deps, wish);
  if (self.kind !== 'found') return self;
  const {id, email} = self.zoomUser;
  if (named !== 'me' && named !== id && named.toLowerCase() !== email?.toLowerCase())
    return {kind: asker.isAdmin ? 'own-only' : 'not-theirs'};
  return {
    kind: 'aim',
    subject: {kind: 'host', userId: asker.user.id, zoomUserId: id},
    input: {...input, userId: 'me'},
    zoomUserId: id,
    host: 'asker',
  };
}

/** Its own answer says who hosts, and nothing has happened before it is judged. */
const namesHost = ({of, method, answer}: Operation): boolean =>
  of === 'answer' || (method === 'GET' && answer instanceof z.ZodObject && 'host_id' in answer.shape);

/** What Zoom knows no meeting by is nobody's. */
async function findHostId(
  zoom: OperationCalls,
  {of}: Operation,
  input: OperationInput,
): Promise<string | undefined> {
  const [meetingId, webinarId] = [String(input['meetingId']), String(input['webinarId'])];
  try {
    switch (of) {
      case 'webinar':
        return hostOf(await zoom.getWebinar({webinarId}));
      case 'past':
        return hostOf(await zoom.getPastMeeting({meetingId}));
      default:
        return hostOf(await zoom.getMeeting({meetingId}));
    }
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** No such meeting, user, recording or transcript. */
const ABSENT_CODES = [3001, 1001, 3301, 3322];

/** Zoom knows no such thing, or the id is none. */
export const isAbsence = (error: unknown): boolean =>
  ABSENT_CODES.includes(refusalCode(error) ?? 0) ||
  (hasCode(error, 'zoom-trouble') && error.details.problem.kind === 'invalid');
