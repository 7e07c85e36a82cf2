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

/** What each kind of event tells. A new kind is a line here, and the compiler names every place that has to know it. */
interface Told {
  started: AboutOccurrence & {startedAt?: number | undefined};
  ended: AboutOccurrence & {startedAt?: number | undefined; endedAt?: number | undefined};
  /** Zoom was asked, and no longer knows the number. */
  unknown: AboutMeeting;
}

export type EventKind = keyof Told;

/** Something that Zoom said about what is behind a card, by webhook or when it was asked. */
export type MeetingEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: Told[K] & {kind: K};
}[Kind];

/** Which meeting an event is about, as far as it says so. */
export type Named = Pick<AboutOccurrence, 'number' | 'uuid' | 'hostId' | 'accountId'>;

export const namedBy = (event: MeetingEvent): Named =>
  event.kind === 'unknown' ? {number: event.number} : event;

/** The latest time that the event speaks of; the time of receipt where it names none. */
export function happenedAt(event: MeetingEvent): number {
  switch (event.kind) {
    case 'started':
      return event.startedAt ?? event.receivedAt;
    case 'ended':
      return event.endedAt ?? event.startedAt ?? event.receivedAt;
    case 'unknown':
      return event.receivedAt;
  }
}
