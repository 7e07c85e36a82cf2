import {join} from '../meetings/join.js';
import type {Stage} from '../meetings/stage.js';
import {isWebinar} from '../state/records.js';
import {attend} from '../webinars/attend.js';
import type {SdkSessions} from './create-sdk-sessions.js';
import {type JoinRequest, joinRequest} from './join-request.js';
import {judgeJoin} from './judge-join.js';
import type {SdkDesk} from './sdk-actions.js';
import {SDK_ERRORS} from './sdk-errors.js';

/** `session`: the secret of who is in. */
export type JoinAnswer = {session: string} | {errorCode: number; errorMessage: string};

interface Parts {
  stage: Stage;
  desk: SdkDesk;
  sessions: SdkSessions;
}

/** Somebody joins by the SDK: under the name that they typed, and signed in to nothing, whatever address they gave. */
export async function answerJoin(parts: Parts, body: unknown, origin: string): Promise<JoinAnswer> {
  const {desk, stage} = parts;
  const {data: request} = joinRequest.safeParse(body);
  const answer = await decide(parts, request);
  const code = 'errorCode' in answer ? answer.errorCode : 0;
  desk.recordJoin({at: stage.state.clock.now(), origin, request, code});
  return answer;
}

async function decide({stage, desk, sessions}: Parts, request: JoinRequest | undefined): Promise<JoinAnswer> {
  const fault = desk.takeAnswer();
  if (fault !== undefined) return refused(fault.code, fault.message);
  if (request === undefined) return refused(SDK_ERRORS.INVALID_PARAMETER.code);
  const outcome = await judgeJoin(stage.state, request);
  if (typeof outcome === 'string') return refused(SDK_ERRORS[outcome].code);
  const joiner = {name: request.userName, device: 'browser'} as const;
  const participant = isWebinar(outcome) ? attend(stage, outcome, joiner) : join(stage, outcome, joiner);
  return {session: sessions.open(outcome, participant)};
}

const refused = (errorCode: number, errorMessage: string = messageOf(errorCode)): JoinAnswer => ({
  errorCode,
  errorMessage,
});

const messageOf = (code: number): string =>
  Object.values(SDK_ERRORS).find((error) => error.code === code)?.message ?? 'Fail to join the meeting.';
