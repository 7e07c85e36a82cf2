import {displayName} from '../state/add-user.js';
import type {PhoneRecording} from '../state/archive.js';
import type {SimulatorState} from '../state/create-state.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {isWithin, readDays} from './read-window.js';
import {refusals} from './refusals.js';
import {requireAccount} from './require-account.js';
import {takePage} from './take-page.js';

const MOST_DAYS = 31;
const SIZES = {usual: 30, largest: 300};

/** Of everybody in the account. */
export function getAccountsPhoneRecordings(call: SignedCall): Answer {
  requireAccount(call);
  return list(call, call.state.archive.phoneRecordings);
}

export function getUsersPhoneRecordings(call: SignedCall): Answer {
  const {id} = requireUser(call);
  return list(
    call,
    call.state.archive.phoneRecordings.filter(({userId}) => userId === id),
  );
}

/** Of one call: by its id, or that of its entry in the log. */
export function getPhoneRecordings(call: SignedCall): Answer {
  const {state, id, caller, reach} = call;
  const found = state.archive.phoneRecordings.find(({callId, callLogId}) => [callId, callLogId].includes(id));
  const isOthers = reach === 'self' && found?.userId !== caller.user?.id;
  if (found === undefined || isOthers) throw refusals.noCall(id);
  return {status: 200, body: row(state, found)};
}

/** Of a month at most, and of the last where nothing is said. */
function list(call: SignedCall, recordings: readonly PhoneRecording[]): Answer {
  const {fields, ...window} = readDays(call, MOST_DAYS, MOST_DAYS - 1);
  const found = recordings.filter(({startedAt}) => isWithin(startedAt, window));
  const {rows, ...page} = takePage(call, found, SIZES);
  return {
    status: 200,
    body: {...fields, ...page, recordings: rows.map((recording) => row(call.state, recording))},
  };
}

function row({users, url}: SimulatorState, recording: PhoneRecording): object {
  const {id, userId, startedAt, duration} = recording;
  const owner = users.find((user) => user.id === userId);
  return {
    id,
    call_id: recording.callId,
    call_log_id: recording.callLogId,
    caller_name: recording.callerName,
    caller_number: recording.callerNumber,
    caller_number_type: 2,
    callee_name: recording.calleeName,
    callee_number: recording.calleeNumber,
    callee_number_type: 1,
    direction: recording.direction,
    date_time: zoomTime(startedAt),
    end_time: zoomTime(startedAt + duration * 1000),
    duration,
    recording_type: 'Automatic',
    download_url: `${url}/v2/phone/recording/download/${id}`,
    owner: {type: 'user', id: userId, name: owner ? displayName(owner) : '', extension_number: 1001},
  };
}
