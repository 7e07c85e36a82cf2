import {ROUTE_NAMES, type RouteName} from '../../zoom/api/routes.js';
import type {Fault} from '../../zoom/faults/fault.js';
import type {SimulatedMeeting} from '../../zoom/state/records.js';
import {type Session, TerminalError} from '../session.js';
import type {Word} from '../word.js';

type Act = (session: Session, argument: string) => string;

const latest = ({sandbox: {zoom}}: Session): SimulatedMeeting => {
  const meeting = zoom.meetings.at(-1);
  if (meeting === undefined) throw new TerminalError('There is no meeting yet. Type /zoom start first.');
  return meeting;
};

const FAULTS: Readonly<Record<string, Fault>> = {
  hang: {kind: 'hang'},
  reset: {kind: 'reset'},
  fail: {kind: 'answer', status: 500, body: {}},
  refuse: {kind: 'answer', status: 400, body: {code: 3161, message: 'Not allowed.'}},
};

/** What people do in Zoom, with the newest meeting. */
const ACTS: Readonly<Record<string, Act>> = {
  start(session) {
    session.sandbox.zoom.startMeeting(latest(session).number);
    return 'In Zoom: the host has started the meeting.';
  },
  join(session, name) {
    if (name === '') throw new TerminalError('Who joins? For example: zoom join Ben');
    session.sandbox.zoom.join(latest(session).number, {name});
    return `In Zoom: ${name} has joined.`;
  },
  leave(session, name) {
    session.sandbox.zoom.leave(latest(session).number, name);
    return `In Zoom: ${name} has left.`;
  },
  end(session) {
    session.sandbox.zoom.endMeeting(latest(session).number);
    return 'In Zoom: the meeting has ended.';
  },
  fault({sandbox: {zoom}}, argument) {
    const [route = '', kind = ''] = argument.split(/\s+/);
    const fault = FAULTS[kind];
    if (!ROUTE_NAMES.includes(route as RouteName) || fault === undefined) {
      const routes = ROUTE_NAMES.join(', ');
      throw new TerminalError(
        `Type zoom fault CALL KIND. Calls: ${routes}. Kinds: ${Object.keys(FAULTS).join(', ')}.`,
      );
    }
    zoom.fault({route: route as RouteName, fault});
    return `The next ${route} will ${kind}.`;
  },
};

export const zoomWords: readonly Word[] = [
  {
    name: 'zoom',
    usage: 'zoom start | join NAME | leave NAME | end | fault CALL KIND',
    help: "Zoom's side: what people do in the newest meeting, and what goes wrong",
    async run(session, rest) {
      const [name = '', ...others] = rest.split(/\s+/);
      const act = ACTS[name];
      if (act === undefined)
        throw new TerminalError('In Zoom one can: start, join NAME, leave NAME, end, fault CALL KIND.');
      const said = perform(act, session, others.join(' '));
      session.screen.line(said);
      session.tried.add(`zoom ${name}`);
      await session.sandbox.zoom.webhooksSettled();
    },
  },
];

/** The simulator throws a plain sentence when an act is out of turn. */
function perform(act: Act, session: Session, argument: string): string {
  try {
    return act(session, argument);
  } catch (error) {
    throw error instanceof TerminalError ? error : new TerminalError((error as Error).message);
  }
}
