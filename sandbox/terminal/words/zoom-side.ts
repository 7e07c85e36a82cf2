import type {SimulatedMeeting} from '../../zoom/state/records.js';
import type {Session} from '../session.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

/** What people do in Zoom. */
export const zoomWords: readonly Word[] = [
  {
    name: 'zoom start',
    argument: '[MEETING]',
    help: 'the host starts the meeting',
    run: (session, rest) =>
      act(session, rest, ({number, topic}, zoom) => {
        zoom.startMeeting(number);
        return `In Zoom: the host has started "${topic}".`;
      }),
  },
  {
    name: 'zoom join',
    argument: 'NAME [MEETING]',
    help: 'somebody joins',
    run: (session, rest) =>
      act(session, rest, ({number, topic}, zoom, name) => {
        zoom.join(number, {name: named(name, 'join')});
        return `In Zoom: ${name} has joined "${topic}". In it: ${whoIsIn(session, number)}.`;
      }),
  },
  {
    name: 'zoom leave',
    argument: 'NAME [MEETING]',
    help: 'somebody leaves',
    run: (session, rest) =>
      act(session, rest, ({number, topic}, zoom, name) => {
        zoom.leave(number, named(name, 'leave'));
        return `In Zoom: ${name} has left "${topic}". In it: ${whoIsIn(session, number)}.`;
      }),
  },
  {
    name: 'zoom end',
    argument: '[MEETING]',
    help: 'the host ends the meeting',
    run: (session, rest) =>
      act(session, rest, ({number, topic}, zoom) => {
        zoom.endMeeting(number);
        return `In Zoom: "${topic}" has ended.`;
      }),
  },
];

type Act = (meeting: SimulatedMeeting, zoom: Session['sandbox']['zoom'], name: string) => string;

/** The argument ends in a meeting number, or the newest meeting is meant. */
function act(session: Session, argument: string, carryOut: Act): void {
  const {zoom} = session.sandbox;
  const [, name = '', number = ''] = /^(.*?)\s*(\d[\d ]{8,})?$/.exec(argument) ?? [];
  const meeting =
    number === ''
      ? zoom.meetings.at(-1)
      : zoom.meetings.findLast((known) => String(known.number) === number.replaceAll(' ', ''));
  if (meeting === undefined) {
    throw new TerminalError(
      number === ''
        ? 'There is no meeting in Zoom yet. Type /zoom start first.'
        : `Zoom has no meeting ${number}.`,
    );
  }
  if (!meeting.exists)
    throw new TerminalError(`"${meeting.topic}" has ended. Type /zoom start for a new one.`);
  try {
    session.screen.line(carryOut(meeting, zoom, name));
  } catch (error) {
    // The simulator says in a sentence what is out of turn.
    throw new TerminalError((error as Error).message);
  }
}

function named(name: string, verb: string): string {
  if (name === '') throw new TerminalError(`Who is it? For example: zoom ${verb} Ben`);
  return name;
}

const whoIsIn = ({sandbox}: Session, number: number): string =>
  sandbox.zoom.meetings
    .findLast((meeting) => meeting.number === number)
    ?.participants.map(({name}) => name)
    .join(', ') || 'nobody';
