import type {AppType, SimulatedUser} from '../../zoom/state/records.js';
import {browseToZoom} from '../browse-to-zoom.js';
import {wrap} from '../screen.js';
import type {Session} from '../session.js';
import {TerminalError} from '../terminal-error.js';
import type {Word} from '../word.js';

/** As Zoom's Marketplace calls them, in short. */
const KINDS: Readonly<Record<string, AppType>> = {
  'server-to-server': 'server_to_server',
  'user-managed': 'general_user',
  'admin-managed': 'general_admin',
};
const kindNames = Object.keys(KINDS).join(', ');

/** The app in Zoom's Marketplace, and what people allow it in their browser. */
export const zoomAppWords: readonly Word[] = [
  {
    name: 'zoom app',
    argument: 'KIND',
    help: `Zoom's Marketplace: create the app anew (${kindNames}); set ConnectionMode goes with it`,
    run({sandbox, screen}, rest) {
      const kind = KINDS[rest];
      if (kind === undefined) throw new TerminalError(`There are these kinds of app: ${kindNames}.`);
      sandbox.zoom.setUpApp(kind);
      screen.line(`In Zoom: the app is ${rest} now, and everything about it is right.`);
    },
  },
  {
    name: 'zoom allow',
    argument: '[NAME]',
    help: 'in your browser: connect, sign in to Zoom (as NAME), and allow the app',
    run: (session, rest) => decide(session, rest, 'allow'),
  },
  {
    name: 'zoom decline',
    argument: '[NAME]',
    help: 'the same, but decline',
    run: (session, rest) => decide(session, rest, 'decline'),
  },
  {
    name: 'zoom revoke',
    argument: '[NAME]',
    help: 'in Zoom: remove the app, so that it is connected no more',
    run(session, rest) {
      const user = findZoomUser(session, rest);
      try {
        session.sandbox.zoom.revokeConsent(user.id);
      } catch {
        throw new TerminalError(`${user.firstName} has not allowed the app anything.`);
      }
      session.screen.line(`In Zoom: ${user.firstName} has removed the app.`);
    },
  },
];

async function decide(session: Session, name: string, decision: 'allow' | 'decline'): Promise<void> {
  const {screen} = session;
  const user = findZoomUser(session, name);
  const lines = await browseToZoom(session, user.id, decision);
  screen.line('The browser shows:');
  for (const line of lines.flatMap((text) => wrap(text))) screen.line(`  ${line}`);
}

/** By first name; without one, whoever types. */
function findZoomUser({sandbox, person}: Session, name: string): SimulatedUser {
  const typed = name.toLowerCase();
  const found = sandbox.zoom.users.find(({email, firstName}) =>
    typed === '' ? email === person.email : firstName.toLowerCase() === typed,
  );
  if (found !== undefined) return found;
  const known = sandbox.zoom.users.map(({firstName}) => firstName.toLowerCase()).join(', ');
  throw new TerminalError(
    `Zoom does not know ${typed === '' ? person.first_name : `"${name}"`}. It knows: ${known}.`,
  );
}
