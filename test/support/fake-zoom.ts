import {SecretText} from '../../server/core/domain/secret-text.js';
import type {ZoomSubject} from '../../server/core/domain/zoom-subject.js';
import {type CallName, createCalls, type ZoomCalls} from '../../server/core/ports/zoom/calls.js';
import {
  createOperationCalls,
  type OperationCalls,
  type OperationName,
} from '../../server/core/ports/zoom/operations.js';
import type {ZoomMeeting} from '../../server/core/ports/zoom/endpoints/create-meeting.js';
import type {ZoomUser} from '../../server/core/ports/zoom/endpoints/find-user.js';
import type {ZoomMeetingState} from '../../server/core/ports/zoom/endpoints/meeting.js';
import type {ZoomPastMeeting} from '../../server/core/ports/zoom/endpoints/past-meeting.js';
import {zoomTrouble} from '../../server/core/ports/port-error.js';
import type {ZoomAttendance} from '../../server/core/ports/zoom/endpoints/past-participants.js';
import type {ZoomPersonalMeeting} from '../../server/core/ports/zoom/endpoints/personal-meeting.js';
import {neededScopes} from '../../server/core/ports/zoom/scopes.js';
import type {RawRequest} from '../../server/core/ports/zoom/raw-request.js';
import type {Zoom} from '../../server/core/ports/zoom.js';

type Call = CallName | OperationName | 'signIn' | 'raw';

export interface FakeZoom extends Zoom {
  /** By e-mail address; `me` is the owner of the credentials. */
  readonly users: Map<string, ZoomUser>;
  /** Created so far, with their topics. */
  readonly meetings: readonly (ZoomMeeting & {topic: string})[];
  /** What runs or is to come, by number. */
  readonly states: Map<string, ZoomMeetingState>;
  /** By personal meeting ID; of who is not here, it is switched off. */
  readonly personal: Map<string, ZoomPersonalMeeting>;
  /** What is over, by UUID. */
  readonly past: Map<string, ZoomPastMeeting>;
  /** Who was there, by UUID; what is not here, Zoom does not know yet. */
  readonly attendances: Map<string, readonly ZoomAttendance[]>;
  /** How operations are answered, as the test needs it; one that is not here is a mistake of the test. */
  readonly operations: Partial<OperationCalls>;
  /** Raw requests so far; `answerRaw` answers them. */
  readonly rawRequests: readonly RawRequest[];
  answerRaw: (request: RawRequest) => unknown;
  /** Names of the methods that were called, in order, and on whose behalf. */
  readonly calls: readonly Call[];
  readonly subjects: readonly ZoomSubject[];
  /** From now on its clock is so many milliseconds ahead of ours. */
  isAhead(ms: number): void;
  /** While it is here, the method rejects with what this gives; a promise of nothing only holds it up. */
  readonly faults: Map<Call, () => Error | Promise<Error | undefined>>;
}

/** How each call is answered, as the subject; one that is not here is a mistake of the test. */
type Answers = {
  [Name in CallName]?: (
    subject: ZoomSubject,
    ...input: Parameters<ZoomCalls[Name]>
  ) => Awaited<ReturnType<ZoomCalls[Name]>>;
};

/** Zoom in memory, as the port sees it. */
export function createFakeZoom(): FakeZoom {
  const calls: Call[] = [];
  const subjects: ZoomSubject[] = [];
  const faults: FakeZoom['faults'] = new Map();
  const users = new Map<string, ZoomUser>();
  const meetings: (ZoomMeeting & {topic: string})[] = [];
  const states = new Map<string, ZoomMeetingState>();
  const personal = new Map<string, ZoomPersonalMeeting>();
  const past = new Map<string, ZoomPastMeeting>();
  const attendances = new Map<string, readonly ZoomAttendance[]>();
  const operations: Partial<OperationCalls> = {};
  const rawRequests: RawRequest[] = [];

  const answers: Answers = {
    findUser: (subject) => users.get(subject.kind === 'person' ? subject.email : 'me'),
    createMeeting: (subject, {topic}) => {
      const hostId = subject.kind === 'host' ? subject.zoomUserId : 'nobody';
      const number = String(85_500_000_001 + meetings.length);
      const uuid = `uuid-of-${number}==`;
      const joinUrl = `https://zoom.us/j/${number}?pwd=abc`;
      const meeting = {number, uuid, hostId, joinUrl, passcode: undefined};
      meetings.push({...meeting, topic});
      states.set(number, {uuid, hostId, status: 'waiting'});
      return meeting;
    },
    meeting: (_subject, number) => states.get(number),
    personalMeeting: (_subject, number) => personal.get(number),
    pastMeeting: (_subject, uuid) => past.get(uuid),
    endMeeting: (_subject, number) => {
      const state = states.get(number);
      if (state === undefined) return undefined;
      if (state.status !== 'started') throw zoomTrouble({kind: 'refused', code: 3000});
      states.delete(number);
      return 'ended';
    },
    endWebinar: () => 'ended',
    webinarStartLink: (_subject, number) => startLinkOf(number, states.get(number)?.hostId),
    deleteMeeting: (_subject, number) => {
      if (states.get(number)?.status === 'started') throw zoomTrouble({kind: 'refused', code: 3002});
      states.delete(number);
    },
    pastParticipants: (_subject, uuid) => attendances.get(uuid),
    startLink: (_subject, number) =>
      states.has(number) ? startLinkOf(number, states.get(number)?.hostId) : undefined,
  };

  const begin = async (call: Call, subject: ZoomSubject): Promise<void> => {
    calls.push(call);
    subjects.push(subject);
    await Promise.resolve();
    const fault = await faults.get(call)?.();
    if (fault !== undefined) throw fault;
  };

  let ahead: number | undefined;
  const fake: FakeZoom = {
    clockAhead: () => ahead,
    consent: undefined,
    isAhead: (ms) => void (ahead = ms),
    users,
    meetings,
    states,
    personal,
    past,
    attendances,
    operations,
    rawRequests,
    answerRaw: () => undefined,
    calls,
    subjects,
    faults,
    as: (subject) => ({
      ...createCalls((name) => async (input) => {
        await begin(name, subject);
        const answer = answers[name];
        if (answer === undefined) throw new Error(`The fake Zoom does not answer ${name}`);
        return answer(subject, input);
      }),
      operations: createOperationCalls((name) => async (input) => {
        await begin(name, subject);
        const answer = operations[name] as ((input: unknown) => Promise<unknown>) | undefined;
        if (answer === undefined) throw new Error(`The fake Zoom does not answer ${name}`);
        return answer(input);
      }),
      raw: async (request) => {
        await begin('raw', subject);
        rawRequests.push(request);
        return fake.answerRaw(request);
      },
      signIn: async () => {
        await begin('signIn', subject);
        return {scopes: neededScopes('account')};
      },
    }),
  };
  return fake;
}

const startLinkOf = (number: string, hostId: string | undefined) => ({
  link: new SecretText(`https://zoom.us/s/${number}?zak=canary-zak`),
  hostId,
});
