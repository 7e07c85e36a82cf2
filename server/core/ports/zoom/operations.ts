import {addMeetingRegistrant} from './operations/add-meeting-registrant.js';
import {addWebinarRegistrant} from './operations/add-webinar-registrant.js';
import {createMeeting} from './operations/create-meeting.js';
import {createUser} from './operations/create-user.js';
import {createWebinar} from './operations/create-webinar.js';
import {deleteMeeting} from './operations/delete-meeting.js';
import {deleteUser} from './operations/delete-user.js';
import {endMeeting} from './operations/end-meeting.js';
import {getAccountsPhoneRecordings} from './operations/get-accounts-phone-recordings.js';
import {getMeeting} from './operations/get-meeting.js';
import {getMeetingInvitation} from './operations/get-meeting-invitation.js';
import {getMeetingRecordings} from './operations/get-meeting-recordings.js';
import {getMeetingSummary} from './operations/get-meeting-summary.js';
import {getPastMeeting} from './operations/get-past-meeting.js';
import {getPhoneRecordings} from './operations/get-phone-recordings.js';
import {getUser} from './operations/get-user.js';
import {getUsersPhoneRecordings} from './operations/get-users-phone-recordings.js';
import {getWebinar} from './operations/get-webinar.js';
import {listMeetingRegistrants} from './operations/list-meeting-registrants.js';
import {listMeetings} from './operations/list-meetings.js';
import {listPanelists} from './operations/list-panelists.js';
import {listPastParticipants} from './operations/list-past-participants.js';
import {listPastWebinarInstances} from './operations/list-past-webinar-instances.js';
import {listUpcomingMeetings} from './operations/list-upcoming-meetings.js';
import {listUsers} from './operations/list-users.js';
import {listUsersChannels} from './operations/list-users-channels.js';
import {listUsersChatMessages} from './operations/list-users-chat-messages.js';
import {listUsersRecordings} from './operations/list-users-recordings.js';
import {listWebinarParticipants} from './operations/list-webinar-participants.js';
import {listWebinarRegistrants} from './operations/list-webinar-registrants.js';
import {listWebinars} from './operations/list-webinars.js';
import {updateMeeting} from './operations/update-meeting.js';
import {updateUser} from './operations/update-user.js';
import type {AnswerOf, InputOf, Operation} from './operation.js';

/** Everything that can be asked of Zoom through us, by its name in the API (`operationId`). */
export const operations = {
  addMeetingRegistrant,
  addWebinarRegistrant,
  createMeeting,
  createUser,
  createWebinar,
  deleteMeeting,
  deleteUser,
  endMeeting,
  getAccountsPhoneRecordings,
  getMeeting,
  getMeetingInvitation,
  getMeetingRecordings,
  getMeetingSummary,
  getPastMeeting,
  getPhoneRecordings,
  getUser,
  getUsersPhoneRecordings,
  getWebinar,
  listMeetingRegistrants,
  listMeetings,
  listPanelists,
  listPastParticipants,
  listPastWebinarInstances,
  listUpcomingMeetings,
  listUsers,
  listUsersChannels,
  listUsersChatMessages,
  listUsersRecordings,
  listWebinarParticipants,
  listWebinarRegistrants,
  listWebinars,
  updateMeeting,
  updateUser,
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
