import {displayName, findUser} from '../state/add-user.js';
import type {ChatMessage} from '../state/archive.js';
import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedUser} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireUser} from './get-user.js';
import {refusals} from './refusals.js';
import {takePage} from './take-page.js';

/** Of one day, today where none is named, in a channel or with another person: one of the two has to be said. */
export function listUsersChatMessages(call: SignedCall): Answer {
  const {state, form} = call;
  const user = requireUser(call);
  const date = form.get('date') ?? zoomTime(state.clock.now()).slice(0, 10);
  const between = conversation(call, user);
  const found = state.archive.messages.filter(
    (message) => between(message) && zoomTime(message.at).startsWith(date),
  );
  const {rows, total_records: _none, ...page} = takePage(call, found, {usual: 10, largest: 50});
  return {status: 200, body: {date, ...page, messages: rows.map((message) => row(state, message))}};
}

function conversation({state, form}: SignedCall, user: SimulatedUser): (message: ChatMessage) => boolean {
  const channelId = form.get('to_channel') ?? '';
  const contact = form.get('to_contact') ?? '';
  if ((channelId === '') === (contact === '')) {
    throw refusals.invalid([{field: 'to_contact', message: 'Either to_contact or to_channel is required.'}]);
  }
  if (channelId !== '') {
    const channel = state.archive.channels.find(({id}) => id === channelId);
    if (channel?.memberIds.includes(user.id) !== true) throw refusals.noChannel(channelId);
    return ({to}) => to === channel.id;
  }
  const other = findUser(state, contact);
  if (other === undefined) throw refusals.noUser(contact);
  const both = [user.id, other.id];
  return ({senderId, to}) => both.includes(senderId) && both.includes(to) && senderId !== to;
}

function row({users}: SimulatorState, {id, senderId, text, at}: ChatMessage): object {
  const sender = users.find((user) => user.id === senderId);
  return {
    id,
    message: text,
    message_type: 'plain_text_message',
    sender: sender?.email ?? '',
    sender_member_id: senderId,
    sender_display_name: sender ? displayName(sender) : '',
    date_time: zoomTime(at),
    timestamp: at,
  };
}
