import {appDeauthorized, type AppDeauthorizedDeps} from './app-deauthorized.js';
import {meetingEvent, type MeetingEventDeps} from './meeting-event.js';
import {type ParticipantEventDeps, participantEvents} from './participant-event.js';
import {planEvent, type PlanEventDeps} from './plan-event.js';
import {urlValidation} from './url-validation.js';
import type {WebhookEvent} from './webhook-event.js';

/** Every event of Zoom's that the product listens to. */
export const createWebhookEvents = (
  deps: MeetingEventDeps & ParticipantEventDeps & PlanEventDeps & AppDeauthorizedDeps,
): readonly WebhookEvent[] => [
  urlValidation,
  meetingEvent('meeting.started', 'started')(deps),
  meetingEvent('meeting.ended', 'ended')(deps),
  meetingEvent('webinar.started', 'started')(deps),
  meetingEvent('webinar.ended', 'ended')(deps),
  ...participantEvents(deps),
  planEvent('meeting.updated', 'changed')(deps),
  planEvent('meeting.deleted', 'deleted')(deps),
  planEvent('webinar.updated', 'changed')(deps),
  planEvent('webinar.deleted', 'deleted')(deps),
  appDeauthorized(deps),
];
