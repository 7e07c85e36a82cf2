import {afterEach, beforeAll, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../sandbox/sandbox.js';
import {shared} from '../../support/shared/shared.js';
import {askSite} from '../events/ask-site.js';
import {expectInOrder, playIn} from './play-in.js';

let pluginDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  pluginDir = (await shared('plugin')).folder;
});
afterEach(() => sandbox.close());

it('The terminal says where the event site is, and lets the SDK go wrong', async () => {
  sandbox = await createSandbox({pluginDir, hasEventSite: true});
  const {seen, failed} = await playIn(sandbox, [
    'event site',
    'zoom sdk gone',
    'zoom sdk full',
    '/zoom start Weekly planning',
    'zoom start',
    'zoom lock on',
    'zoom join Ben',
  ]);
  expect(failed).toBe(7);
  expectInOrder(
    seen,
    `Open ${sandbox.eventSite}/ in a browser.`,
    'Nobody can connect to the SDK’s address',
    'the meeting is full',
    '"Weekly planning" is locked now.',
    'is locked.',
  );
  expect(sandbox.zoom.sdkFaults()).toHaveLength(2);
  await playIn(sandbox, ['zoom mend']);
  expect(sandbox.zoom.sdkFaults()).toEqual([]);
});

it('What an administrator enters for the page to join is there, and ends with the sandbox', async () => {
  sandbox = await createSandbox({pluginDir, hasEventSite: true});
  const {eventSite = '', zoom} = sandbox;
  const {seen} = await playIn(sandbox, ['settings']);
  expectInOrder(seen, 'JoinPageURL', 'http://join.localhost:', 'JoinPageSites', eventSite, zoom.sdkUrl);
  expect((await askSite(eventSite, '/')).status).toBe(200);
  await sandbox.close();
  await expect(askSite(eventSite, '/')).rejects.toThrow('ECONNREFUSED');
});

it('The terminal says that there is no event site, and what can go wrong with the SDK', async () => {
  sandbox = await createSandbox({pluginDir});
  for (const [line, sentence] of [
    ['event site', 'There is no event site here.'],
    ['zoom sdk', 'Type zoom sdk KIND, with one of: expired, full, elsewhere, other, gone.'],
  ] as const) {
    expect(await playIn(sandbox, [line])).toEqual({seen: expect.stringContaining(sentence), failed: 1});
  }
});
