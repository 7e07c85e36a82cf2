import {
  calendar,
  date,
  decision,
  heldBefore,
  joiner,
  newChatChannel,
  newChatMessage,
  newMeeting,
  newPhoneRecording,
  newRegistrant,
  newSummary,
  newWebinar,
  participant,
  planChanges,
} from './control-inputs.js';
import type {ControlRoute} from './control-route.js';

/** Meetings and webinars are changed, deleted and registered for alike: by their number. */
const forBoth = (below: string): readonly ControlRoute[] => [
  {
    method: 'patch',
    path: below,
    run: (zoom, {number, body}) => zoom.changeMeeting(number, planChanges.parse(body)),
  },
  {
    method: 'delete',
    path: below,
    run: (zoom, {number, body}) => zoom.deleteMeeting(number, date.parse(body ?? {}).occurrence),
  },
  {
    method: 'post',
    path: `${below}/register`,
    run: (zoom, {number, body}) => zoom.register(number, newRegistrant.parse(body)),
  },
  {
    method: 'post',
    path: `${below}/decide`,
    run: (zoom, {number, body}) => {
      const {who, status} = decision.parse(body);
      return zoom.decide(number, who, status);
    },
  },
  {
    method: 'post',
    path: `${below}/held`,
    run: (zoom, {number, body}) => zoom.holdBefore(number, heldBefore.parse(body)),
  },
];

/** The part of the remote control that is about the calendar, webinars, and what Zoom keeps. */
export const CALENDAR_ROUTES: readonly ControlRoute[] = [
  {method: 'post', path: '/meetings', run: (zoom, {body}) => zoom.addMeeting(newMeeting.parse(body))},
  {
    method: 'post',
    path: '/calendar',
    run: (zoom, {body}) => {
      const {hostId, count} = calendar.parse(body);
      return zoom.fillCalendar(hostId, count);
    },
  },
  ...forBoth('/meetings/:number'),
  {method: 'post', path: '/webinars', run: (zoom, {body}) => zoom.addWebinar(newWebinar.parse(body))},
  ...forBoth('/webinars/:number'),
  {method: 'post', path: '/webinars/:number/start', run: (zoom, {number}) => zoom.startWebinar(number)},
  {method: 'post', path: '/webinars/:number/end', run: (zoom, {number}) => zoom.endWebinar(number)},
  {
    method: 'post',
    path: '/webinars/:number/attend',
    run: (zoom, {number, body}) => zoom.attend(number, joiner.parse(body)),
  },
  {
    method: 'post',
    path: '/webinars/:number/leave',
    run: (zoom, {number, body}) => zoom.leaveWebinar(number, participant.parse(body).who),
  },
  {
    method: 'post',
    path: '/meetings/:number/summary',
    run: (zoom, {number, body}) => zoom.writeSummary(number, newSummary.parse(body ?? {})),
  },
  {
    method: 'post',
    path: '/phone/recordings',
    run: (zoom, {body}) => zoom.addPhoneRecording(newPhoneRecording.parse(body)),
  },
  {
    method: 'post',
    path: '/chat/channels',
    run: (zoom, {body}) => zoom.addChatChannel(newChatChannel.parse(body)),
  },
  {
    method: 'post',
    path: '/chat/messages',
    run: (zoom, {body}) => zoom.addChatMessage(newChatMessage.parse(body)),
  },
];
