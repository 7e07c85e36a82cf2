import {systemClock} from '../../server/lib/system-clock.js';
import {openBrowser} from '../browser/open-browser.js';
import type {Sandbox} from '../sandbox.js';
import {createScreen, type Screen} from '../terminal/screen.js';
import {runTour} from './run-tour.js';

const PACE_MS = 6_000;

/** Shows the tour, here and in a browser. @returns the exit status */
export async function showTour(
  sandbox: Sandbox,
  {isFast, interrupted}: {isFast: boolean; interrupted: Promise<unknown>},
): Promise<number> {
  const {stdout} = process;
  const hasColour = stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  const screen = createScreen((text) => stdout.write(text), hasColour);
  const address = `${sandbox.mattermost.siteUrl}/`;
  greet(screen, address);
  if (stdout.isTTY && !isFast) openBrowser(address);
  const touring = runTour({sandbox, screen, clock: systemClock, paceMs: isFast ? 0 : PACE_MS});
  const missing = await Promise.race([touring, interrupted.then(() => 'interrupted' as const)]);
  if (missing === 'interrupted') return 130;
  if (missing !== undefined) {
    screen.line(`\n${missing}`);
    return 1;
  }
  sayWhatIsNext(screen, address, sandbox.eventSite);
  if (!isFast) await interrupted;
  return 0;
}

function greet(screen: Screen, address: string): void {
  screen.line(`\n${screen.bold('Zoom for Mattermost: a tour')}`);
  screen.line('The real plugin, a small Mattermost and a simulated Zoom; nothing leaves this machine.');
  screen.line(`Open this address beside it, where the same card changes live:\n\n  ${address}`);
}

function sayWhatIsNext(screen: Screen, address: string, eventSite: string | undefined): void {
  screen.line(`\n${screen.bold('That was it. What to try next:')}`);
  screen.line(`  ${address}  is yours now: at the right, Zoom’s side. Ctrl-C ends it.`);
  if (eventSite !== undefined) {
    screen.line(`  ${eventSite}/  is an event site: /zoom stream-url in the chat makes what to paste there.`);
  }
  screen.line('  npm start                 the same without a tour; be several people in several windows');
  screen.line('  npm start -- --terminal   every step above, and many more, typed by yourself');
}
