import type {SimulatedMeeting} from '../zoom/state/records.js';
import type {Session} from './session.js';
import {TerminalError} from './terminal-error.js';

type Zoom = Session['sandbox']['zoom'];

/** Does something in the meeting; `rest` is what was typed besides its number. @returns what to say of it */
type Act = (meeting: SimulatedMeeting, zoom: Zoom, rest: string) => string;

/** The argument ends in a meeting number, or the newest meeting is meant. Throws TerminalError. */
export function actInMeeting(session: Session, argument: string, carryOut: Act): void {
  const {zoom} = session.sandbox;
  const [, rest = '', number = ''] = /^(.*?)\s*(\d[\d ]{8,})?$/.exec(argument) ?? [];
  inZoom(() => session.screen.line(carryOut(findMeeting(zoom, number.replaceAll(' ', '')), zoom, rest)));
}

/** The simulator says in a sentence what is out of turn. Throws TerminalError. */
export function inZoom(act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new TerminalError((error as Error).message);
  }
}

function findMeeting(zoom: Zoom, number: string): SimulatedMeeting {
  const meeting =
    number === '' ? zoom.meetings.at(-1) : zoom.meetings.findLast((known) => String(known.number) === number);
  if (meeting === undefined) {
    throw new TerminalError(
      number === ''
        ? 'There is no meeting in Zoom yet. Type /zoom start first.'
        : `Zoom has no meeting ${number}.`,
    );
  }
  if (meeting.exists) return meeting;
  throw new TerminalError(`"${meeting.topic}" has ended. Type /zoom start for a new one.`);
}

/** Throws TerminalError with an example where nobody is named. */
export function named(name: string, example: string): string {
  if (name === '') throw new TerminalError(`Who is it? For example: zoom ${example}`);
  return name;
}

/** Who is in the meeting, and who waits. */
export function theirPlaces({meetings}: Zoom, number: number): string {
  const meeting = meetings.findLast((known) => known.number === number && known.exists);
  const list = (people: SimulatedMeeting['participants'] = []): string =>
    people.map(({name}) => name).join(', ');
  const waiting = list(meeting?.waiting);
  return `In it: ${list(meeting?.participants) || 'nobody'}.${waiting === '' ? '' : ` Waiting: ${waiting}.`}`;
}
