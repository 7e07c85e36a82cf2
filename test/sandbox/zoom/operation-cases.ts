import {expect} from '@jest/globals';
import type {ZoomSimulator} from '../../../sandbox/zoom/zoom-simulator.js';
import type {OperationName} from '../../../server/core/ports/zoom/operations.js';

/** What there is in Zoom to ask for. */
export interface Known {
  userId: string;
  meetingId: string;
  webinarId: string;
  /** Of a time that the meeting was held; it has to be encoded twice. */
  uuid: string;
  callLogId: string;
  channelId: string;
}

/** Something of every kind, and what it is called. */
export function fillZoom(zoom: ZoomSimulator): Known {
  const {id: userId} = zoom.addUser({email: 'ana@example.org', firstName: 'Ana'});
  const settings = {approval_type: 0} as const;
  const meeting = zoom.addMeeting({hostId: userId, type: 2, settings});
  meeting.uuid = '/abc//def==';
  zoom.startMeeting(meeting.number);
  zoom.endMeeting(meeting.number);
  zoom.finishRecording(meeting.number);
  zoom.writeSummary(meeting.number, {});
  const panelists = [{name: 'Ben', email: 'ben@example.org'}];
  const webinar = zoom.addWebinar({hostId: userId, settings, panelists});
  zoom.startWebinar(webinar.number);
  zoom.endWebinar(webinar.number);
  for (const {number} of [meeting, webinar]) {
    zoom.register(number, {email: 'carla@example.net', firstName: 'Carla'});
  }
  const {callLogId} = zoom.addPhoneRecording({user: userId});
  const {id: channelId} = zoom.addChatChannel({name: 'Plans', members: [userId]});
  zoom.addChatMessage({sender: userId, to: channelId, text: 'Hello'});
  const [meetingId, webinarId] = [String(meeting.number), String(webinar.number)];
  return {userId, meetingId, webinarId, uuid: '/abc//def==', callLogId, channelId};
}

const ana = {email: 'ana@example.org'};
const carla = {email: 'carla@example.net', first_name: 'Carla'};

/** What each is asked with, and of what Zoom answers: enough to see that both mean the same. */
export const CASES: {[Name in OperationName]: {input: (known: Known) => object; answer: object}} = {
  addMeetingRegistrant: {
    input: ({meetingId}) => ({meetingId, email: 'zoe@example.org', first_name: 'Zoe'}),
    answer: {registrant_id: expect.any(String), join_url: expect.stringContaining('/w/')},
  },
  addWebinarRegistrant: {
    input: ({webinarId}) => ({webinarId, email: 'zoe@example.org', first_name: 'Zoe'}),
    answer: {registrant_id: expect.any(String), join_url: expect.stringContaining('/w/')},
  },
  createMeeting: {
    input: ({userId}) => ({userId, topic: 'Plans', start_time: '2026-11-24T09:00:00Z'}),
    answer: {topic: 'Plans', type: 2, start_time: '2026-11-24T09:00:00Z'},
  },
  createUser: {
    input: () => ({action: 'create', user_info: {email: 'zoe@example.org', type: 1}}),
    answer: {email: 'zoe@example.org', type: 1},
  },
  createWebinar: {
    input: ({userId}) => ({userId, topic: 'Launch', start_time: '2026-11-24T09:00:00Z'}),
    answer: {topic: 'Launch', type: 5},
  },
  deleteMeeting: {input: ({meetingId}) => ({meetingId}), answer: {}},
  deleteUser: {input: ({userId}) => ({userId}), answer: {}},
  endMeeting: {input: ({meetingId}) => ({meetingId, action: 'end'}), answer: {}},
  getAccountsPhoneRecordings: {input: () => ({}), answer: {recordings: [{direction: 'inbound'}]}},
  getMeeting: {input: ({meetingId}) => ({meetingId}), answer: {type: 2, status: 'waiting'}},
  getMeetingInvitation: {
    input: ({meetingId}) => ({meetingId}),
    answer: {invitation: expect.stringContaining('Passcode')},
  },
  getMeetingRecordings: {
    input: ({uuid}) => ({meetingId: uuid}),
    answer: {recording_files: [{file_type: 'MP4'}, {file_type: 'TIMELINE'}]},
  },
  getMeetingSummary: {
    input: ({uuid}) => ({meetingId: uuid}),
    answer: {summary_content: expect.stringContaining('recap')},
  },
  getPastMeeting: {input: ({uuid}) => ({meetingId: uuid}), answer: {end_time: '2026-11-23T14:00:00Z'}},
  getPhoneRecordings: {input: ({callLogId}) => ({callLogId}), answer: {owner: {type: 'user'}}},
  getUser: {input: ({userId}) => ({userId}), answer: ana},
  getUsersPhoneRecordings: {input: ({userId}) => ({userId}), answer: {recordings: [{duration: 60}]}},
  getWebinar: {input: ({webinarId}) => ({webinarId}), answer: {type: 5}},
  listMeetingRegistrants: {input: ({meetingId}) => ({meetingId}), answer: {registrants: [carla]}},
  listMeetings: {input: ({userId}) => ({userId}), answer: {meetings: [{type: 2}]}},
  listPanelists: {input: ({webinarId}) => ({webinarId}), answer: {panelists: [{name: 'Ben'}]}},
  listPastParticipants: {
    input: ({uuid}) => ({meetingId: uuid}),
    answer: {participants: [{user_email: ana.email}]},
  },
  listPastWebinarInstances: {
    input: ({webinarId}) => ({webinarId}),
    answer: {webinars: [{start_time: '2026-11-23T14:00:00Z'}]},
  },
  listUpcomingMeetings: {input: ({userId}) => ({userId}), answer: {meetings: [{is_host: true}]}},
  listUsers: {input: () => ({}), answer: {users: [ana]}},
  listUsersChannels: {input: ({userId}) => ({userId}), answer: {channels: [{name: 'Plans'}]}},
  listUsersChatMessages: {
    input: ({userId, channelId}) => ({userId, to_channel: channelId}),
    answer: {messages: [{message: 'Hello', sender_display_name: 'Ana'}]},
  },
  listUsersRecordings: {input: ({userId}) => ({userId}), answer: {meetings: [{recording_count: 2}]}},
  listWebinarParticipants: {
    input: ({webinarId}) => ({webinarId}),
    answer: {participants: [{user_email: ana.email}]},
  },
  listWebinarRegistrants: {input: ({webinarId}) => ({webinarId}), answer: {registrants: [carla]}},
  listWebinars: {input: ({userId}) => ({userId}), answer: {webinars: [{type: 5}]}},
  updateMeeting: {input: ({meetingId}) => ({meetingId, topic: 'Other'}), answer: {}},
  updateUser: {input: ({userId}) => ({userId, dept: 'Sales'}), answer: {}},
};
