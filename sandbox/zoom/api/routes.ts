import {ACCOUNT_ROUTES} from './account-routes.js';
import type {Answer} from './answer.js';
import {issueToken} from '../oauth/issue-token.js';
import {revokeToken} from '../oauth/revoke-token.js';
import type {ApiCall} from './api-call.js';
import {type ApiRoute, scope} from './api-route.js';
import {addRegistrant} from './add-registrant.js';
import {createMeeting} from './create-meeting.js';
import {deleteMeeting} from './delete-meeting.js';
import {getMeeting} from './get-meeting.js';
import {getMeetingInvitation} from './get-meeting-invitation.js';
import {getPastMeeting} from './get-past-meeting.js';
import {getUser} from './get-user.js';
import {listInstances} from './list-instances.js';
import {listMeetings} from './list-meetings.js';
import {listPastParticipants} from './list-past-participants.js';
import {listRegistrants} from './list-registrants.js';
import {listUpcomingMeetings} from './list-upcoming-meetings.js';
import {requireMeeting} from './require-meeting.js';
import {setMeetingStatus} from './set-meeting-status.js';
import {updateMeeting} from './update-meeting.js';
import {WEBINAR_ROUTES} from './webinar-routes.js';

/** The simulated part of Zoom, by the names that faults and the request log use. */
export const API_ROUTES = {
  'find-user': {
    method: 'get',
    path: '/v2/users/:id',
    scopes: scope('user:read:user'),
    label: 'light',
    answer: getUser,
  },
  'create-meeting': {
    method: 'post',
    path: '/v2/users/:id/meetings',
    scopes: scope('meeting:write:meeting'),
    label: 'light',
    answer: createMeeting,
  },
  'list-meetings': {
    method: 'get',
    path: '/v2/users/:id/meetings',
    scopes: scope('meeting:read:list_meetings'),
    label: 'medium',
    answer: listMeetings,
  },
  'get-meeting': {
    method: 'get',
    path: '/v2/meetings/:id',
    scopes: scope('meeting:read:meeting'),
    label: 'light',
    answer: getMeeting,
  },
  'update-meeting': {
    method: 'patch',
    path: '/v2/meetings/:id',
    scopes: scope('meeting:update:meeting'),
    label: 'light',
    answer: updateMeeting,
  },
  'delete-meeting': {
    method: 'delete',
    path: '/v2/meetings/:id',
    scopes: scope('meeting:delete:meeting'),
    label: 'light',
    answer: deleteMeeting,
  },
  'list-upcoming-meetings': {
    method: 'get',
    path: '/v2/users/:id/upcoming_meetings',
    scopes: scope('meeting:read:list_upcoming_meetings'),
    label: 'medium',
    answer: listUpcomingMeetings,
  },
  'get-meeting-invitation': {
    method: 'get',
    path: '/v2/meetings/:id/invitation',
    scopes: scope('meeting:read:invitation'),
    label: 'light',
    answer: getMeetingInvitation,
  },
  'list-meeting-registrants': {
    method: 'get',
    path: '/v2/meetings/:id/registrants',
    scopes: scope('meeting:read:list_registrants'),
    label: 'medium',
    answer: listRegistrants(requireMeeting),
  },
  'add-meeting-registrant': {
    method: 'post',
    path: '/v2/meetings/:id/registrants',
    scopes: scope('meeting:write:registrant'),
    label: 'light',
    answer: addRegistrant(requireMeeting),
  },
  'get-past-meeting': {
    method: 'get',
    path: '/v2/past_meetings/:id',
    scopes: scope('meeting:read:past_meeting'),
    label: 'light',
    answer: getPastMeeting,
  },
  'list-past-participants': {
    method: 'get',
    path: '/v2/past_meetings/:id/participants',
    scopes: scope('meeting:read:list_past_participants'),
    label: 'medium',
    answer: listPastParticipants('meetings'),
  },
  'list-past-instances': {
    method: 'get',
    path: '/v2/past_meetings/:id/instances',
    scopes: scope('meeting:read:list_past_instances'),
    label: 'medium',
    answer: listInstances('meetings'),
  },
  'set-meeting-status': {
    method: 'put',
    path: '/v2/meetings/:id/status',
    scopes: scope('meeting:update:status'),
    label: 'light',
    answer: setMeetingStatus,
  },
  ...WEBINAR_ROUTES,
  ...ACCOUNT_ROUTES,
} satisfies Record<string, ApiRoute>;

/** What the app calls with its own credentials, and not with a token. */
export const OAUTH_ROUTES = {
  token: {path: '/oauth/token', answer: issueToken},
  revoke: {path: '/oauth/revoke', answer: revokeToken},
} satisfies Record<string, {path: string; answer: (call: ApiCall) => Answer}>;

export type ApiRouteName = keyof typeof API_ROUTES;
export type RouteName = ApiRouteName | keyof typeof OAUTH_ROUTES;
export const ROUTE_NAMES = [...Object.keys(OAUTH_ROUTES), ...Object.keys(API_ROUTES)] as readonly RouteName[];
