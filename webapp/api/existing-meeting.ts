import {asRecord, asText, type Refusal} from './request.js';

/** A meeting that is on where somebody wants to start one. */
export interface ExistingMeeting {
  /** A whole sentence about it, in the person's language. */
  message: string;
  provider: string;
  /** '' while it is being created. */
  meetingUrl: string;
}

export function readExistingMeeting({message, body}: Refusal): ExistingMeeting {
  const meeting = asRecord(body['meeting']);
  return {message, provider: asText(meeting['provider']), meetingUrl: asText(meeting['meeting_url'])};
}
