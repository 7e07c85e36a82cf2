import {applyEvent} from '../../server/core/domain/apply-event.js';
import {attendance, type Attendance} from '../../server/core/domain/attendance.js';
import type {Card} from '../../server/core/domain/card.js';
import type {MeetingEvent, Whereabouts} from '../../server/core/domain/events.js';
import type {Participant} from '../../server/core/domain/participant.js';
import {createSampleCard, OPENED_AT} from './sample-card.js';

const SECOND = 1_000;
const told = {number: '85512345678', uuid: 'uuid-1==', hostId: 'zoom-ana', accountId: 'acc-1'};

/** The time of the sample card, in seconds after it was opened. */
export const second = (seconds: number): number => OPENED_AT + seconds * SECOND;

/** `seconds`: when it happened, and when we heard of it. */
const about = (seconds: number) => ({...told, receivedAt: second(seconds) + 700});

export const begins = (seconds: number): MeetingEvent => ({
  ...about(seconds),
  kind: 'started',
  startedAt: second(seconds),
});

export const ends = (seconds: number): MeetingEvent => ({
  ...about(seconds),
  kind: 'ended',
  endedAt: second(seconds),
});

type Who = Partial<Participant>;

export const joins = (seconds: number, who: Who, where: Whereabouts = 'meeting'): MeetingEvent<'joined'> => ({
  ...about(seconds),
  kind: 'joined',
  participant: {name: '', ...who},
  where,
  at: second(seconds),
});

export const leaves = (seconds: number, who: Who, where: Whereabouts = 'meeting'): MeetingEvent<'left'> => ({
  ...joins(seconds, who, where),
  kind: 'left',
});

/** Zoom's list of who took part, all of them for as long. */
export const lists = (from: number, to: number, ...all: readonly Who[]): MeetingEvent<'attended'> => ({
  ...about(to),
  kind: 'attended',
  attendances: all.map((who) => ({
    participant: {name: '', ...who},
    joinedAt: second(from),
    leftAt: second(to),
  })),
});

/** The sample card after these events. */
export const after = (...events: readonly MeetingEvent[]): Card =>
  events.reduce(applyEvent, createSampleCard());

/** Who is in after these events, by name; the host marked by an asterisk, colleagues by an `@`. */
export const presentAfter = (...events: readonly MeetingEvent[]): readonly string[] =>
  namesIn(attendance(after(...events)).present);

export const tookPartAfter = (...events: readonly MeetingEvent[]): readonly string[] =>
  namesIn(attendance(after(...events)).tookPart);

export const waitingAfter = (...events: readonly MeetingEvent[]): number =>
  attendance(after(...events)).waiting;

const namesIn = ({people}: Attendance['present']): readonly string[] =>
  people.map(({name, userId, isHost}) => `${isHost ? '*' : userId === undefined ? '' : '@'}${name}`);
