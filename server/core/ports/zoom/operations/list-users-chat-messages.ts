import * as z from 'zod';
import {defineOperation} from '../operation.js';
import {
  chatPageQuery,
  countField,
  day,
  idField,
  listOf,
  none,
  pageFields,
  queryFlag,
  textField,
  userId,
} from './fields.js';

/** https://developers.zoom.us/docs/api/team-chat/#tag/chat-messages/GET/chat/users/{userId}/messages */
export const listUsersChatMessages = defineOperation({
  method: 'GET',
  path: '/chat/users/{userId}/messages',
  summary:
    'The messages of Zoom Team Chat between a user and a channel, or another person. Either `to_channel` or `to_contact` is needed.',
  params: z.object({userId}),
  query: chatPageQuery.extend({
    to_channel: z.string().min(1).max(128).optional().describe('The id of a channel.'),
    to_contact: z.string().min(1).max(254).optional().describe('The id or e-mail address of a person.'),
    date: day.optional().describe('Messages of this day, in UTC. Today where it is absent.'),
    search_key: z.string().min(1).max(256).optional(),
    include_deleted_and_edited_message: queryFlag.optional(),
  }),
  body: none,
  answer: z.object({
    ...pageFields,
    date: textField,
    messages: listOf(
      z.object({
        id: idField,
        message: textField,
        sender: textField,
        sender_member_id: idField,
        sender_display_name: textField,
        date_time: textField,
        timestamp: countField.describe('Milliseconds since the Unix epoch.'),
        reply_main_message_id: idField,
        file_name: textField,
      }),
    ),
  }),
  of: 'user',
  scopes: {granular: 'team_chat:read:list_user_messages', classic: ['chat_message:read']},
  feature: 'chat',
  rate: 'medium',
});
