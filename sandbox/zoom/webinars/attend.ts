import {createParticipant, type Joiner} from '../meetings/create-participant.js';
import {nextUserId, rememberStay, takeOut} from '../meetings/rooms.js';
import {type Stage, tell} from '../meetings/stage.js';
import {displayName} from '../state/add-user.js';
import type {Participant} from '../state/participant.js';
import type {SimulatedWebinar} from '../state/records.js';

/** The host opens it, and is in first. */
export function startWebinar(stage: Stage, webinar: SimulatedWebinar): void {
  webinar.status = 'started';
  webinar.startedAt = stage.state.clock.now();
  tell(stage, 'webinar.started', webinar);
  const host = stage.state.users.find(({id}) => id === webinar.hostId);
  attend(stage, webinar, host ? {name: displayName(host), email: host.email} : {name: 'Host'});
}

/** Somebody comes: to speak, or to listen. */
export function attend(stage: Stage, webinar: SimulatedWebinar, joiner: Joiner): Participant {
  const participant = createParticipant(stage.state, webinar, joiner);
  participant.userId = nextUserId(webinar);
  webinar.participants = [...webinar.participants, participant];
  rememberStay(webinar, participant);
  tell(stage, 'webinar.participant_joined', webinar, {participant});
  return participant;
}

export function leaveWebinar(stage: Stage, webinar: SimulatedWebinar, participant: Participant): void {
  takeOut(stage, webinar, participant);
  const reason = `${participant.name} left the webinar.`;
  tell(stage, 'webinar.participant_left', webinar, {participant, reason});
}

/** Whoever is still in leaves with it, of which is told afterwards. */
export function endWebinar(stage: Stage, webinar: SimulatedWebinar): void {
  const {clock, ids, changed} = stage.state;
  const {uuid, startedAt = clock.now()} = webinar;
  tell(stage, 'webinar.ended', webinar);
  for (const participant of webinar.participants) leaveWebinar(stage, webinar, participant);
  const occurrence = {uuid, startedAt, endedAt: clock.now(), stays: webinar.stays};
  Object.assign(webinar, {
    status: 'waiting',
    past: [...webinar.past, occurrence],
    startedAt: undefined,
    stays: [],
    userIds: 0,
    isLocked: false,
    uuid: ids.uuid(),
  });
  changed();
}
