import {appDeauthorized, type AppDeauthorizedDeps} from './app-deauthorized.js';
import {meetingEvent, type MeetingEventDeps} from './meeting-event.js';
import {type ParticipantEventDeps, participantEvents} from './participant-event.js';
import {urlValidation} from './url-validation.js';
import type {WebhookEvent} from './webhook-event.js';

/** Every event of Zoom's that the product listens to. */
export const createWebhookEvents = (
  deps: MeetingEventDeps & ParticipantEventDeps & AppDeauthorizedDeps,
): readonly WebhookEvent[] => [
  urlValidation,
  meetingEvent('meeting.started', 'started')(deps),
  meetingEvent('meeting.ended', 'ended')(deps),
  ...participantEvents(deps),
  appDeauthorized(deps),
];
