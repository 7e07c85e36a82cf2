import type {Answer} from './answer.js';
import {issueToken} from '../oauth/issue-token.js';
import {revokeToken} from '../oauth/revoke-token.js';
import type {ApiCall, SignedCall} from './api-call.js';
import {addRegistrant} from './add-registrant.js';
import {createMeeting} from './create-meeting.js';
import {createWebinar} from './create-webinar.js';
import {deleteMeeting} from './delete-meeting.js';
import {deleteWebinar} from './delete-webinar.js';
import {getMeeting} from './get-meeting.js';
import {getMeetingInvitation} from './get-meeting-invitation.js';
import {getPastMeeting} from './get-past-meeting.js';
import {getUser} from './get-user.js';
import {getWebinar} from './get-webinar.js';
import {listInstances} from './list-instances.js';
import {listMeetings} from './list-meetings.js';
import {listPanelists} from './list-panelists.js';
import {listPastParticipants} from './list-past-participants.js';
import {listRegistrants} from './list-registrants.js';
import {listUpcomingMeetings} from './list-upcoming-meetings.js';
import {listWebinars} from './list-webinars.js';
import type {RateLabel} from './rate-limits.js';
import {requireMeeting} from './require-meeting.js';
import {requireWebinar} from './require-webinar.js';
import {setMeetingStatus} from './set-meeting-status.js';
import {updateMeeting} from './update-meeting.js';

export interface ApiRoute {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Any one of them is enough: for the caller's own things, or for everybody's in the account. */
  readonly scopes: readonly string[];
  readonly label: RateLabel;
  readonly answer: (call: SignedCall) => Answer;
}

const scope = (name: string): string[] => [name, `${name}:admin`];

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
  'create-webinar': {
    method: 'post',
    path: '/v2/users/:id/webinars',
    scopes: scope('webinar:write:webinar'),
    label: 'light',
    answer: createWebinar,
  },
  'list-webinars': {
    method: 'get',
    path: '/v2/users/:id/webinars',
    scopes: scope('webinar:read:list_webinars'),
    label: 'medium',
    answer: listWebinars,
  },
  'get-webinar': {
    method: 'get',
    path: '/v2/webinars/:id',
    scopes: scope('webinar:read:webinar'),
    label: 'light',
    answer: getWebinar,
  },
  'delete-webinar': {
    method: 'delete',
    path: '/v2/webinars/:id',
    scopes: scope('webinar:delete:webinar'),
    label: 'light',
    answer: deleteWebinar,
  },
  'list-webinar-registrants': {
    method: 'get',
    path: '/v2/webinars/:id/registrants',
    scopes: scope('webinar:read:list_registrants'),
    label: 'medium',
    answer: listRegistrants(requireWebinar),
  },
  'add-webinar-registrant': {
    method: 'post',
    path: '/v2/webinars/:id/registrants',
    scopes: scope('webinar:write:registrant'),
    label: 'light',
    answer: addRegistrant(requireWebinar),
  },
  'list-panelists': {
    method: 'get',
    path: '/v2/webinars/:id/panelists',
    scopes: scope('webinar:read:list_panelists'),
    label: 'medium',
    answer: listPanelists,
  },
  'list-past-webinar-instances': {
    method: 'get',
    path: '/v2/past_webinars/:id/instances',
    scopes: scope('webinar:read:list_past_instances'),
    label: 'medium',
    answer: listInstances('webinars'),
  },
  'list-webinar-participants': {
    method: 'get',
    path: '/v2/past_webinars/:id/participants',
    scopes: scope('webinar:read:list_past_participants'),
    label: 'medium',
    answer: listPastParticipants('webinars'),
  },
} satisfies Record<string, ApiRoute>;

/** What the app calls with its own credentials, and not with a token. */
export const OAUTH_ROUTES = {
  token: {path: '/oauth/token', answer: issueToken},
  revoke: {path: '/oauth/revoke', answer: revokeToken},
} satisfies Record<string, {path: string; answer: (call: ApiCall) => Answer}>;

export type ApiRouteName = keyof typeof API_ROUTES;
export type RouteName = ApiRouteName | keyof typeof OAUTH_ROUTES;
export const ROUTE_NAMES = [...Object.keys(OAUTH_ROUTES), ...Object.keys(API_ROUTES)] as readonly RouteName[];
