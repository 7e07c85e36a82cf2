/** What Zoom keeps for people besides their meetings. Times: ms since the epoch. */
export interface Archive {
  readonly recordings: SimulatedRecording[];
  readonly summaries: SimulatedSummary[];
  readonly phoneRecordings: PhoneRecording[];
  readonly channels: ChatChannel[];
  readonly messages: ChatMessage[];
}

/** The cloud recording of one time that a meeting or webinar was held. */
export interface SimulatedRecording {
  uuid: string;
  number: number;
  hostId: string;
  topic: string;
  type: number;
  timezone: string;
  startedAt: number;
  endedAt: number;
  /** Part of the links. */
  id: string;
  passcode: string;
}

/** What AI Companion has written about one time that a meeting was held. */
export interface SimulatedSummary {
  uuid: string;
  title: string;
  /** Markdown. */
  content: string;
  at: number;
  /** Its host has it sent by e-mail, and shown nowhere else. */
  isByMailAlone: boolean;
}

export interface PhoneRecording {
  id: string;
  callId: string;
  callLogId: string;
  /** Whose it is. */
  userId: string;
  direction: 'inbound' | 'outbound';
  callerName: string;
  callerNumber: string;
  calleeName: string;
  calleeNumber: string;
  startedAt: number;
  /** Seconds. */
  duration: number;
}

export interface ChatChannel {
  id: string;
  name: string;
  /** 1 private · 3 public */
  type: 1 | 3;
  memberIds: readonly string[];
}

export interface ChatMessage {
  id: string;
  senderId: string;
  /** Id of a channel, or of the other person. */
  to: string;
  text: string;
  at: number;
}

export const createArchive = (): Archive => ({
  recordings: [],
  summaries: [],
  phoneRecordings: [],
  channels: [],
  messages: [],
});
