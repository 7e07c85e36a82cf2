import type {Answer} from './answer.js';
import type {ApiCall} from './api-call.js';
import {createMeeting} from './create-meeting.js';
import {deleteMeeting} from './delete-meeting.js';
import {getMeeting} from './get-meeting.js';
import {getPastMeeting} from './get-past-meeting.js';
import {getUser} from './get-user.js';
import {issueToken} from './issue-token.js';
import {listMeetings} from './list-meetings.js';
import type {RateLabel} from './rate-limits.js';
import {setMeetingStatus} from './set-meeting-status.js';
import {updateMeeting} from './update-meeting.js';

export interface ApiRoute {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  readonly path: string;
  /** Any one of them is enough: for the caller's own things, or for everybody's in the account. */
  readonly scopes: readonly string[];
  readonly label: RateLabel;
  readonly answer: (call: ApiCall) => Answer;
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
  'get-past-meeting': {
    method: 'get',
    path: '/v2/past_meetings/:id',
    scopes: scope('meeting:read:past_meeting'),
    label: 'light',
    answer: getPastMeeting,
  },
  'set-meeting-status': {
    method: 'put',
    path: '/v2/meetings/:id/status',
    scopes: scope('meeting:update:status'),
    label: 'light',
    answer: setMeetingStatus,
  },
} satisfies Record<string, ApiRoute>;

/** The one route that is called before there is a token. */
export const TOKEN_ROUTE = {method: 'post', path: '/oauth/token', answer: issueToken} as const;

export type RouteName = keyof typeof API_ROUTES | 'token';
export const ROUTE_NAMES: readonly RouteName[] = ['token', ...(Object.keys(API_ROUTES) as RouteName[])];
