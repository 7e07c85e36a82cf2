import {type ApiRoute, scope} from './api-route.js';
import {createUser} from './create-user.js';
import {deleteUser} from './delete-user.js';
import {getMeetingRecordings} from './get-meeting-recordings.js';
import {getMeetingSummary} from './get-meeting-summary.js';
import {listUsers} from './list-users.js';
import {listUsersChannels} from './list-users-channels.js';
import {listUsersChatMessages} from './list-users-chat-messages.js';
import {listUsersRecordings} from './list-users-recordings.js';
import {getAccountsPhoneRecordings, getPhoneRecordings, getUsersPhoneRecordings} from './phone-recordings.js';
import {updateUser} from './update-user.js';

/** The part of the simulated API that is about the account's people, and about what Zoom keeps for them. */
export const ACCOUNT_ROUTES = {
  'list-users': {
    method: 'get',
    path: '/v2/users',
    scopes: scope('user:read:list_users'),
    label: 'medium',
    answer: listUsers,
  },
  'create-user': {
    method: 'post',
    path: '/v2/users',
    scopes: scope('user:write:user'),
    label: 'light',
    answer: createUser,
  },
  'update-user': {
    method: 'patch',
    path: '/v2/users/:id',
    scopes: scope('user:update:user'),
    label: 'light',
    answer: updateUser,
  },
  'delete-user': {
    method: 'delete',
    path: '/v2/users/:id',
    scopes: scope('user:delete:user'),
    label: 'light',
    answer: deleteUser,
  },
  'list-users-recordings': {
    method: 'get',
    path: '/v2/users/:id/recordings',
    scopes: scope('cloud_recording:read:list_user_recordings'),
    label: 'medium',
    answer: listUsersRecordings,
  },
  'get-meeting-recordings': {
    method: 'get',
    path: '/v2/meetings/:id/recordings',
    scopes: scope('cloud_recording:read:list_recording_files'),
    label: 'light',
    answer: getMeetingRecordings,
  },
  'get-meeting-summary': {
    method: 'get',
    path: '/v2/meetings/:id/meeting_summary',
    scopes: scope('meeting:read:summary'),
    label: 'light',
    answer: getMeetingSummary,
  },
  'get-accounts-phone-recordings': {
    method: 'get',
    path: '/v2/phone/recordings',
    scopes: scope('phone:read:list_call_recordings'),
    label: 'heavy',
    answer: getAccountsPhoneRecordings,
  },
  'get-users-phone-recordings': {
    method: 'get',
    path: '/v2/phone/users/:id/recordings',
    scopes: scope('phone:read:list_recordings'),
    label: 'heavy',
    answer: getUsersPhoneRecordings,
  },
  'get-phone-recordings': {
    method: 'get',
    path: '/v2/phone/call_logs/:id/recordings',
    scopes: scope('phone:read:call_recording'),
    label: 'light',
    answer: getPhoneRecordings,
  },
  'list-users-channels': {
    method: 'get',
    path: '/v2/chat/users/:id/channels',
    scopes: scope('team_chat:read:list_user_channels'),
    label: 'medium',
    answer: listUsersChannels,
  },
  'list-users-chat-messages': {
    method: 'get',
    path: '/v2/chat/users/:id/messages',
    scopes: scope('team_chat:read:list_user_messages'),
    label: 'medium',
    answer: listUsersChatMessages,
  },
} satisfies Record<string, ApiRoute>;
