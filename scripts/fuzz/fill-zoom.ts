import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {KnownValues} from './name-known.js';

const DAY_MS = 86_400_000;
/** So many that some are left when others have been deleted. */
const MANY = 4;

type Named = {id: string; email: string};

/** Fills the calendars and the archives of these people. Answers by which names all of it can be asked for. */
export function fillZoom(zoom: ZoomSimulator, people: readonly Named[], now: number): KnownValues {
  const [first] = people;
  if (first === undefined) throw new Error('Nobody is in Zoom.');
  const numbers = {meetings: [] as string[], webinars: [] as string[]};
  for (const {id: hostId, email} of people) {
    numbers.meetings.push(...planMeetings(zoom, hostId), ...holdMeetings(zoom, {hostId, now}));
    numbers.webinars.push(...planWebinars(zoom, {hostId, now}));
    zoom.addChatMessage({sender: email, to: first.email, text: 'See you there.'});
  }
  const calls = people.map(({email}) => zoom.addPhoneRecording({user: email}).callLogId);
  const channel = zoom.addChatChannel({name: 'planning', members: people.map(({email}) => email)});
  zoom.addChatMessage({sender: first.email, to: channel.id, text: 'The agenda is ready.'});
  return {
    meetingId: numbers.meetings,
    webinarId: numbers.webinars,
    number: [...numbers.meetings, ...numbers.webinars],
    userId: ['me', ...people.flatMap(({id, email}) => [id, email])],
    callLogId: calls,
    to_channel: [channel.id],
    to_contact: [first.email],
    path: ['/users', '/users/me', ...numbers.meetings.map((number) => `/meetings/${number}`)],
  };
}

function planMeetings(zoom: ZoomSimulator, hostId: string): string[] {
  const registered = zoom.addMeeting({hostId, type: 2, topic: 'Interview', settings: {approval_type: 0}});
  const running = zoom.addMeeting({hostId, type: 2, topic: 'Stand-up'});
  zoom.startMeeting(running.number);
  return [registered, running, ...zoom.fillCalendar(hostId, MANY)].map(({number}) => String(number));
}

function holdMeetings(zoom: ZoomSimulator, {hostId, now}: {hostId: string; now: number}): string[] {
  return ['Retrospective', 'Review'].map((topic, index) => {
    const startedAt = now - (index + 1) * DAY_MS;
    const {number} = zoom.addMeeting({hostId, type: 2, topic, startTime: startedAt});
    zoom.holdBefore(number, {startedAt, minutes: 30, people: ['Carla Mota', 'Dan Ek']});
    zoom.finishRecording(number);
    zoom.writeSummary(number, {});
    return String(number);
  });
}

function planWebinars(zoom: ZoomSimulator, {hostId, now}: {hostId: string; now: number}): string[] {
  const planned = [1, 2, 3].map((days) =>
    zoom.addWebinar({
      hostId,
      topic: `Demo ${days}`,
      startTime: now + days * DAY_MS,
      settings: {approval_type: 0},
    }),
  );
  const past = zoom.addWebinar({hostId, topic: 'Last week’s demo', startTime: now - 7 * DAY_MS});
  zoom.holdBefore(past.number, {startedAt: now - 7 * DAY_MS, minutes: 45, people: ['Carla Mota']});
  return [...planned, past].map(({number}) => String(number));
}
