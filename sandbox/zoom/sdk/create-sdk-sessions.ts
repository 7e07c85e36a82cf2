import {leave} from '../meetings/leave.js';
import type {Stage} from '../meetings/stage.js';
import type {Participant} from '../state/participant.js';
import {type AnyGathering, isWebinar} from '../state/records.js';
import {leaveWebinar} from '../webinars/attend.js';

/** What the client of somebody who has joined may show. over: the meeting has ended · removed: they were put out */
export interface SdkView {
  state: 'in' | 'waitingRoom' | 'over' | 'removed';
  topic: string;
  /** Names of those who are in. In a webinar attendees do not see each other. */
  people: readonly string[];
}

/** Who is in by the SDK, each under a secret that their client alone knows. */
export interface SdkSessions {
  open: (gathering: AnyGathering, participant: Participant) => string;
  /** `undefined`: nobody knows that session. */
  view: (session: string) => SdkView | undefined;
  leave: (session: string) => void;
}

interface Joined {
  gathering: AnyGathering;
  participant: Participant;
  /** Of the occurrence that they joined. */
  uuid: string;
}

export function createSdkSessions(stage: Stage): SdkSessions {
  const sessions = new Map<string, Joined>();
  return {
    open(gathering, participant) {
      const session = stage.state.ids.secret();
      sessions.set(session, {gathering, participant, uuid: gathering.uuid});
      return session;
    },
    view(session) {
      const joined = sessions.get(session);
      return joined && viewOf(joined);
    },
    leave(session) {
      const joined = sessions.get(session);
      sessions.delete(session);
      if (joined === undefined || !isStillThere(stateOf(joined))) return;
      const {gathering, participant} = joined;
      if (isWebinar(gathering)) leaveWebinar(stage, gathering, participant);
      else leave(stage, gathering, participant);
      stage.state.changed();
    },
  };
}

const isStillThere = (state: SdkView['state']): boolean => state === 'in' || state === 'waitingRoom';

function stateOf({gathering, participant, uuid}: Joined): SdkView['state'] {
  if (gathering.uuid !== uuid || gathering.status !== 'started') return 'over';
  if (gathering.participants.includes(participant)) return 'in';
  const waits = !isWebinar(gathering) && gathering.waiting.includes(participant);
  return waits ? 'waitingRoom' : 'removed';
}

function viewOf(joined: Joined): SdkView {
  const {gathering, participant} = joined;
  const state = stateOf(joined);
  const seen = gathering.participants.filter(
    (other) => !isWebinar(gathering) || other.isHost || other === participant,
  );
  return {state, topic: gathering.topic, people: state === 'in' ? seen.map(({name}) => name) : []};
}
