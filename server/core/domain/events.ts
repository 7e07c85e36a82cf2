import type {Plan} from './plan.js';
import type {Participant} from './participant.js';

/** What every event says of the meeting that it is about. Times: ms since the epoch. */
interface AboutMeeting {
  /** Meeting number, digits only. */
  number: string;
  receivedAt: number;
}

/** A number has many occurrences, each with its UUID; old payloads name none. */
interface AboutOccurrence extends AboutMeeting {
  uuid?: string | undefined;
  hostId?: string | undefined;
  accountId?: string | undefined;
}

/**
 * Where somebody came to, or went from. forTheHost: they wait until the host begins · waitingRoom: until the host lets
 * them in
 */
export type Whereabouts = 'meeting' | 'breakoutRoom' | 'waitingRoom' | 'forTheHost';

/** In the meeting itself: they do not wait for it. */
export const isInside = (where: Whereabouts): boolean => where === 'meeting' || where === 'breakoutRoom';

/** Somebody came to a meeting or went from it. */
interface AboutParticipant extends AboutOccurrence {
  participant: Participant;
  where: Whereabouts;
  /** `undefined`: Zoom named no time, and that of the receipt counts. */
  at?: number | undefined;
}

/** What each kind of event tells. A new kind is a line here, and the compiler names every place that has to know it. */
interface Told {
  started: AboutOccurrence & {startedAt?: number | undefined};
  ended: AboutOccurrence & {
    startedAt?: number | undefined;
    endedAt?: number | undefined;
    /** Nobody told of it: Zoom was asked. */
    wasFound?: true;
  };
  joined: AboutParticipant;
  left: AboutParticipant;
  /** Zoom was asked who took part in an occurrence that has ended. */
  attended: AboutOccurrence & {uuid: string; attendances: readonly Attendance[]};
  /** Zoom was asked, and no longer knows the number; with a UUID: that this occurrence does not run any more. */
  unknown: AboutMeeting & {uuid?: string | undefined};
  /** The host took a meeting back that nobody had come to; or nobody began it for so long that nobody will. */
  closed: AboutMeeting & {cardId: string; because: 'cancelled' | 'nobody-came'};
  /** What Zoom says of a meeting or webinar that is to come; of a series, about the occurrence of this card. */
  planned: AboutMeeting & {cardId: string; plan: Plan};
  /** It was deleted in Zoom. */
  withdrawn: AboutMeeting;
}

export type EventKind = keyof Told;

/** Somebody's stay in an occurrence, as Zoom tells of it afterwards. */
export interface Attendance {
  participant: Participant;
  joinedAt: number | undefined;
  leftAt: number | undefined;
}

/** Something that Zoom said about what is behind a card, by webhook or when it was asked. */
export type MeetingEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: Told[K] & {kind: K};
}[Kind];

/** Which meeting an event is about, as far as it says so. */
export type Named = Pick<AboutOccurrence, 'number' | 'uuid' | 'hostId' | 'accountId'>;

export function namedBy(event: MeetingEvent): Named {
  switch (event.kind) {
    case 'closed':
    case 'planned':
    case 'withdrawn':
      return {number: event.number};
    default:
      return event;
  }
}

/** The latest time that the event speaks of; the time of receipt where it names none. */
export function happenedAt(event: MeetingEvent): number {
  switch (event.kind) {
    case 'started':
      return event.startedAt ?? event.receivedAt;
    case 'ended':
      return event.endedAt ?? event.startedAt ?? event.receivedAt;
    case 'joined':
    case 'left':
      return event.at ?? event.receivedAt;
    case 'attended':
    case 'unknown':
    case 'closed':
    case 'planned':
    case 'withdrawn':
      return event.receivedAt;
  }
}
