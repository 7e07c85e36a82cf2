import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../sandbox/sandbox.js';
import {createScreen} from '../../sandbox/terminal/screen.js';
import {runTour} from '../../sandbox/tour/run-tour.js';
import {createManualClock} from '../support/manual-clock.js';
import {passTimeUntil} from '../support/pass-time-until.js';
import {shared} from '../support/shared/shared.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox({pluginDir: (await shared('plugin')).folder});
});
afterEach(() => sandbox.close());

it('A tour leaves time to read before each step, and stops where the card does not follow', async () => {
  let seen = '';
  const screen = createScreen((text) => (seen += text), false);
  const clock = createManualClock();
  const begunAt = clock.now();
  sandbox.zoom.faultWebhook({kind: 'drop', forMs: 3_600_000});
  const missing = await passTimeUntil(clock, runTour({sandbox, screen, clock, paceMs: 6_000}));
  expect(missing).toBe('The card does not say: One person is waiting for the host.');
  expect(clock.now() - begunAt).toBe(2 * 6_000 + 30_000);
  expect(seen).toContain('\n2 of 12\nBen opens the link before Ana does');
  expect(seen).not.toContain('3 of 12');
});
