import {requireKnownUser} from './state/add-user.js';
import type {ChatChannel, ChatMessage, PhoneRecording, SimulatedSummary} from './state/archive.js';
import type {SimulatorState} from './state/create-state.js';

/** What comes into being in Zoom besides meetings. People are named by id or address; unknown ones throw. */
export interface ArchiveActions {
  /** AI Companion writes about the last time that the meeting was held. */
  writeSummary: (number: number | string, summary: NewSummary) => SimulatedSummary;
  addPhoneRecording: (recording: NewPhoneRecording) => PhoneRecording;
  addChatChannel: (channel: NewChatChannel) => ChatChannel;
  /** To a channel, by its id, or to a person. */
  addChatMessage: (message: NewChatMessage) => ChatMessage;
}

export type NewSummary = Partial<Pick<SimulatedSummary, 'title' | 'content' | 'isByMailAlone'>>;
export type NewPhoneRecording = Partial<Omit<PhoneRecording, 'id' | 'userId'>> & {user: string};
export interface NewChatChannel {
  name: string;
  type?: ChatChannel['type'];
  members: readonly string[];
}
export interface NewChatMessage {
  sender: string;
  to: string;
  text: string;
  at?: number;
}

export function createArchiveActions(state: SimulatorState): ArchiveActions {
  const {ids, clock, archive} = state;
  const keep = <Thing>(list: Thing[], thing: Thing): Thing => {
    list.push(thing);
    state.changed();
    return thing;
  };
  return {
    writeSummary: (number, summary) => {
      const held = state.meetings
        .filter((meeting) => String(meeting.number) === String(number))
        .flatMap(({past}) => past)
        .at(-1);
      if (held === undefined) throw new Error(`Meeting ${number} has not ended yet, so it has no summary.`);
      const written = {title: 'Summary', content: '## Quick recap\nPlans were made.', isByMailAlone: false};
      return keep(archive.summaries, {...written, ...summary, uuid: held.uuid, at: clock.now()});
    },
    addPhoneRecording: ({user, ...recording}) =>
      keep(archive.phoneRecordings, {
        callId: ids.opaque(),
        callLogId: ids.opaque(),
        direction: 'inbound',
        callerName: 'Carla Mota',
        callerNumber: '+16465550100',
        calleeName: requireKnownUser(state, user).firstName,
        calleeNumber: '1001',
        startedAt: clock.now(),
        duration: 60,
        ...recording,
        id: ids.opaque(),
        userId: requireKnownUser(state, user).id,
      }),
    addChatChannel: ({name, type = 1, members}) => {
      const memberIds = members.map((member) => requireKnownUser(state, member).id);
      return keep(archive.channels, {id: ids.opaque(), name, type, memberIds});
    },
    addChatMessage: ({sender, to, text, at = clock.now()}) => {
      const channel = archive.channels.find(({id}) => id === to);
      const senderId = requireKnownUser(state, sender).id;
      return keep(archive.messages, {
        id: ids.opaque(),
        senderId,
        to: channel?.id ?? requireKnownUser(state, to).id,
        text,
        at,
      });
    },
  };
}
