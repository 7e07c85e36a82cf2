import type {ZoomSimulator} from './zoom/zoom-simulator.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What is in Zoom's calendar before anybody looks: Ana's meetings and webinars of each sort, and one of Ben's to which
 * she is invited. `now`: ms since the epoch.
 */
export function makePlans(zoom: ZoomSimulator, now: number): void {
  const user = (firstName: string): {id: string; email: string} => {
    const found = zoom.users.find((known) => known.firstName === firstName);
    if (found === undefined) throw new Error(`Nobody in Zoom is called ${firstName}.`);
    return found;
  };
  const [ana, ben] = [user('Ana'), user('Ben')];
  const hour = Math.ceil(now / HOUR_MS) * HOUR_MS;
  const hosted = {hostId: ana.id, type: 2} as const;
  zoom.addMeeting({...hosted, topic: 'Budget review', startTime: hour, duration: 30});
  zoom.addMeeting({
    ...hosted,
    topic: 'Interview',
    agenda: 'A first talk, half an hour.',
    startTime: hour + DAY_MS,
    settings: {approval_type: 0},
  });
  zoom.addMeeting({
    ...hosted,
    type: 8,
    topic: 'Team weekly',
    startTime: hour + 2 * DAY_MS,
    recurrence: {type: 2, end_times: 8},
    settings: {alternative_hosts: ben.email},
  });
  zoom.addMeeting({...hosted, type: 3, topic: 'Open desk'});
  zoom.addMeeting({
    hostId: ben.id,
    type: 2,
    topic: 'One to one',
    startTime: hour + 2 * HOUR_MS,
    settings: {meeting_invitees: [{email: ana.email}]},
  });
  makeWebinars(zoom, {hostId: ana.id, speaker: ben.email, hour});
}

interface WebinarPlans {
  hostId: string;
  speaker: string;
  hour: number;
}

function makeWebinars(zoom: ZoomSimulator, {hostId, speaker, hour}: WebinarPlans): void {
  zoom.addWebinar({
    hostId,
    topic: 'Product launch',
    agenda: 'What is new, and your questions.',
    startTime: hour + 3 * DAY_MS,
    settings: {approval_type: 0},
    panelists: [{name: 'Ben Okafor', email: speaker}],
  });
  zoom.addWebinar({
    hostId,
    topic: 'For partners alone',
    startTime: hour + 4 * DAY_MS,
    settings: {meeting_authentication: true},
  });
  const startedAt = hour - 7 * DAY_MS;
  const past = zoom.addWebinar({hostId, topic: 'Last week’s demo', startTime: startedAt});
  const people = ['Ana Silva', 'Ben Okafor', 'Carla Mota'];
  zoom.holdBefore(past.number, {startedAt, minutes: 45, people});
}
