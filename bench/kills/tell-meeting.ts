import {setTimeout} from 'node:timers/promises';
import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {participantEvent} from '../../test/support/participant-event.js';
import {meetingEvent, type World} from '../../test/support/world.js';
import {signedWebhook} from '../load/signed-webhook.js';
import type {Acknowledged} from './count-harm.js';

/** Zoom waits for minutes; here everything is quicker. */
const AGAIN_MS = 100;
/** Between two events of a meeting, at most. */
const PAUSE_MS = 300;

interface TellMeeting {
  world: World;
  path: string;
  meeting: SimulatedMeeting;
  topic: string;
  chance: () => number;
  /** The end is told after this. */
  mayEnd: Promise<void>;
  acknowledged: (event: Acknowledged) => void;
}

/** Tells of a meeting from its beginning to its end, as Zoom does: each event until it is answered with 2xx. */
export async function tellMeeting({
  world,
  path,
  meeting,
  topic,
  chance,
  mayEnd,
  acknowledged,
}: TellMeeting): Promise<void> {
  const tell = async (body: string): Promise<void> => {
    await setTimeout(chance() * PAUSE_MS);
    while (!(await isTaken(world, path, body))) await setTimeout(AGAIN_MS);
  };
  await tell(meetingEvent('meeting.started', meeting));
  acknowledged({event: 'meeting.started', topic});
  for (const [at, who] of GUESTS.entries()) {
    await tell(participantEvent('joined', meeting, who));
    acknowledged({event: 'meeting.participant_joined', topic, people: at + 1});
  }
  await tell(participantEvent('left', meeting, GUESTS[0]));
  acknowledged({event: 'meeting.participant_left', topic});
  await mayEnd;
  await tell(meetingEvent('meeting.ended', meeting));
  acknowledged({event: 'meeting.ended', topic});
}

/** The start, each guest, and that one of them goes. */
export const EVENTS_BEFORE_END = 4;

const GUESTS = [
  {user_id: '16778240', user_name: 'Carla Gomez', id: 'zoom-carla'},
  {user_id: '16779264', user_name: 'Dora'},
];

/** Signed anew each time; what is not there answers nothing. */
const isTaken = (world: World, path: string, body: string): Promise<boolean> =>
  world.host.http(signedWebhook(path, world.zoom.account.secretToken, body)).then(
    ({status}) => status >= 200 && status < 300,
    () => false,
  );
