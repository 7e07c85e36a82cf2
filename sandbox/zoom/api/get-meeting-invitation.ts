import {nextDate} from '../scheduling/times-to-come.js';
import {displayName} from '../state/add-user.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {joinUrl} from './gathering-body.js';
import {requireMeeting} from './require-meeting.js';

/** Zoom's own text, with the line ends of e-mail. */
export function getMeetingInvitation(call: SignedCall): Answer {
  const {state} = call;
  const meeting = requireMeeting(call);
  const {topic, number, password, timezone, hostId} = meeting;
  const host = state.users.find(({id}) => id === hostId);
  const {startTime} = nextDate(meeting, state.clock.now());
  const lines = [
    `${host ? displayName(host) : 'The host'} is inviting you to a scheduled Zoom meeting.`,
    '',
    `Topic: ${topic}`,
    ...(startTime === undefined ? [] : [`Time: ${clockTime(startTime, timezone)} ${timezone}`]),
    'Join Zoom Meeting',
    joinUrl(state, meeting),
    '',
    `Meeting ID: ${grouped(number)}`,
    `Passcode: ${password}`,
    '',
  ];
  return {status: 200, body: {invitation: lines.join('\r\n'), sip_links: [`sip:${number}@sip.example.com`]}};
}

/** `Nov 23, 2026, 03:00 PM` */
const clockTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

/** `812 3456 7890` */
const grouped = (number: number): string => String(number).replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3');
