import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {takePage} from './take-page.js';

/** The channels of Team Chat that a user is in. */
export function listUsersChannels(call: SignedCall): Answer {
  const user = requireUser(call);
  const found = call.state.archive.channels.filter(({memberIds}) => memberIds.includes(user.id));
  const {rows, ...page} = takePage(call, found, {usual: 10, largest: 50});
  const channels = rows.map(({id, name, type}) => ({
    id,
    jid: `${id}@conference.xmpp.example.com`,
    name,
    type,
    channel_url: `${call.state.url}/launch/chat/${id}`,
    channel_settings: {add_member_permissions: 1, posting_permissions: 1},
  }));
  return {status: 200, body: {...page, channels}};
}
