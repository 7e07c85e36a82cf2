import {addMeetingRegistrant} from './operations/add-meeting-registrant.js';
import {getMeetingInvitation} from './operations/get-meeting-invitation.js';
import {getMeeting} from './operations/get-meeting.js';
import {getWebinar} from './operations/get-webinar.js';
import {listMeetings} from './operations/list-meetings.js';
import {listUpcomingMeetings} from './operations/list-upcoming-meetings.js';
import {listWebinars} from './operations/list-webinars.js';
import type {AnswerOf, InputOf, Operation} from './operation.js';

/** Everything that can be asked of Zoom through us, by its name in the API (`operationId`). */
export const operations = {
  addMeetingRegistrant,
  getMeeting,
  getMeetingInvitation,
  getWebinar,
  listMeetings,
  listUpcomingMeetings,
  listWebinars,
};

export type OperationName = keyof typeof operations;
export const OPERATION_NAMES = Object.keys(operations) as OperationName[];

/** One method for each operation, by its name. Each rejects with a `PortError`: `zoom-trouble`. */
export type OperationCalls = {
  [Name in OperationName]: (
    input: InputOf<(typeof operations)[Name]>,
  ) => Promise<AnswerOf<(typeof operations)[Name]>>;
};

/** Makes the methods, for the client and its stand-ins. */
export const createOperationCalls = (
  make: (
    name: OperationName,
    row: Operation,
  ) => (input: Readonly<Record<string, unknown>>) => Promise<unknown>,
): OperationCalls =>
  Object.fromEntries(
    Object.entries<Operation>(operations).map(([name, row]) => [name, make(name as OperationName, row)]),
  ) as unknown as OperationCalls;
