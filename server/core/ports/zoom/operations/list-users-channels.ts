import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {chatPageQuery, countField, idField, listOf, none, pageFields, textField, userId} from './fields.js';

/** https://developers.zoom.us/docs/api/team-chat/#tag/chat-channels/GET/chat/users/{userId}/channels */
export const listUsersChannels = defineOperation({
  method: 'GET',
  path: '/chat/users/{userId}/channels',
  summary: 'The channels of Zoom Team Chat that a user is in.',
  params: z.object({userId}),
  query: chatPageQuery,
  body: none,
  answer: z.object({
    ...pageFields,
    channels: listOf(
      z.object({id: idField, jid: textField, name: textField, type: countField, channel_url: textField}),
    ),
  }),
  of: 'user',
  scopes: {granular: 'team_chat:read:list_user_channels', classic: ['chat_channel:read']},
  feature: 'chat',
  rate: 'medium',
});
