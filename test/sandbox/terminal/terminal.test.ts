import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../sandbox/sandbox.js';
import {shared} from '../../support/shared/shared.js';
import {expectInOrder, type Played, playIn} from './play-in.js';

let pluginDir: string;
let sandbox: Sandbox;
beforeAll(async () => {
  pluginDir = (await shared('plugin')).folder;
});
beforeEach(async () => {
  sandbox = await createSandbox({pluginDir});
});
afterEach(() => sandbox.close());

const play = (...lines: string[]): Promise<Played> => playIn(sandbox, lines);

describe('The terminal of the sandbox', () => {
  it('shows what others see: a foreign button, nobody in Zoom, a guest, a typing mistake', async () => {
    const {seen, failed} = await play(
      '/zoom start',
      'as ben',
      'press start',
      'zoom start',
      'zoom end',
      'as zoe',
      '/zoom start',
      '/zoom strat',
      'as gil',
      '/zoom start',
    );
    expect(failed).toBeUndefined();
    expectInOrder(
      seen,
      "The plugin refused it (403): this button is Ana's alone.",
      'We could not verify your Mattermost account in Zoom.',
      'Mattermost knows you as `zoe@example.com`.',
      'Unknown command `strat`. Did you mean `/zoom start`?',
      'Guests cannot start Zoom meetings on this server.',
    );
    expect(sandbox.zoom.meetings).toHaveLength(1);
  });

  it('goes to threads, private channels and direct messages, and looks at them again', async () => {
    const {seen, failed} = await play(
      '/zoom start',
      'zoom start',
      'zoom end',
      'as ben',
      'thread',
      '/zoom start In the thread',
      'in planning',
      'look',
      'in ana',
      '/zoom start For two',
      'as ana',
      'look',
      'as gil',
      'in planning',
    );
    expectInOrder(
      seen,
      'ben ~town-square (thread) > /zoom start In the thread',
      '╭─ zoom BOT · ~town-square, in a thread',
      'Nothing has been posted here yet.',
      'ben @ana > /zoom start For two',
      '╭─ zoom BOT · @ana',
      'ana @ben > look',
      '╭─ zoom BOT · @ben\n',
      'Gil is not a member of ~planning.',
    );
    expect(failed).toBe(14);
  });

  it('changes settings, loses webhooks and has an address validated again', async () => {
    const {seen, failed} = await play(
      '/zoom start',
      'set zoomwebhooksecret another',
      'zoom start',
      'log',
      'subscribe',
      `set ZoomWebhookSecret ${sandbox.zoom.account.secretToken}`,
      'subscribe',
      'zoom fault webhook day',
      'zoom mend',
      'zoom fault webhook lose',
      'zoom end',
      'set AccountID',
      'settings',
      'as ada',
      '/zoom start',
    );
    expect(failed).toBeUndefined();
    expectInOrder(
      seen,
      'Webhook meeting.started: the plugin refused it (answer 401); log says why.',
      'Zoom could not validate the webhook address (answer 401)',
      'Zoom has validated the webhook address.',
      'All webhooks are lost for a day; zoom mend ends it.',
      'Calls and webhooks of Zoom go well again.',
      'Webhook meeting.ended: it was lost on its way.',
      'AccountID               (empty)',
      'ZoomWebhookSecret       ••••••••',
      'Zoom is not set up yet: Account ID is missing.',
    );
  });

  it('takes people to Zoom and back in a browser: a mistake, a meeting that waited, the app removed', async () => {
    const {seen, failed} = await play(
      'set ConnectionMode user',
      '/zoom start Weekly planning',
      'zoom allow',
      'zoom app user-managed',
      'zoom decline',
      'zoom allow ida',
      'zoom allow',
      'zoom revoke',
      'in planning',
      '/zoom start Retrospective',
    );
    expect(failed).toBeUndefined();
    expectInOrder(
      seen,
      'To start meetings, connect your Zoom account once.',
      'The browser shows:\n  Zoom simulator\n  Oops!\n  This is a Server-to-Server OAuth app.',
      'the app is user-managed now',
      'The browser shows:\n  Zoom was not connected\n  You have not agreed in Zoom.',
      'only people of the developer’s own',
      'Ana Silva opened “Weekly planning”',
      'You are connected to Zoom as ana@example.com.',
      'The browser shows:\n  You are connected as ana@example.com\n  The meeting that you asked for is being started',
      'In Zoom: Ana has removed the app.',
      'Zoom no longer accepts the connection of your account',
    );
  });

  it.each([
    ['zoom app', 'There are these kinds of app: server-to-server, user-managed, admin-managed.'],
    ['zoom allow zoe', 'Zoom does not know "zoe". It knows: ana, ben, ada, ida.'],
    ['zoom revoke ben', 'Ben has not allowed the app anything.'],
  ])('says why %s does not work', async (line, said) => {
    const {seen, failed} = await play(line);
    expect([failed, seen]).toEqual([1, expect.stringContaining(said)]);
  });

  it('tells of trouble in Zoom, and of a plugin that was killed and restarted', async () => {
    const {seen, failed} = await play(
      'zoom fault create-meeting refuse',
      '/zoom start',
      'kill',
      'health',
      'health',
      '/zoom start Afterwards',
      'kill',
      '/zoom start',
    );
    expect(failed).toBe(8);
    expectInOrder(
      seen,
      'Zoom does not let this Zoom user host or schedule meetings.',
      'was killed.',
      'The plugin was dead; the server has restarted it: process ',
      'The plugin is well: process ',
      '┃ Afterwards',
      'The plugin does not run, so Mattermost cannot do this.',
    );
  });

  it('ends a script at the line that cannot be carried out, with a sentence', async () => {
    const {seen, failed} = await play('# a remark', 'as ana', 'zoom emd', '/zoom');
    expect(failed).toBe(3);
    expect(seen).toContain('In Zoom you can type: zoom start, zoom join,');
    expect(seen).not.toContain('> /zoom');
  });

  it('answers what it cannot carry out with a sentence', async () => {
    for (const [line, sentence] of [
      ['hepl', '"hepl" means nothing here. Did you mean help?'],
      ['dance with me', '"dance with me" means nothing here. Type help to see what does.'],
      ['/jira', 'Mattermost knows no command /jira.'],
      ['as nobody', 'There is no person "nobody". There are: ana, ben, zoe, gil, ada.'],
      ['in nowhere', 'There is no channel "nowhere". There are: town-square, planning,'],
      ['press', 'There is no button yet.'],
      ['zoom end', 'There is no meeting in Zoom yet.'],
      ['zoom fault', 'Type zoom fault CALL KIND.'],
      ['set AccountIDs', 'Did you mean AccountID?'],
    ] as const) {
      const {seen, failed} = await play(line);
      expect([line, failed, seen.replace(/\n(?! *\n)/g, ' ')]).toEqual([
        line,
        1,
        expect.stringContaining(sentence),
      ]);
    }
  });

  it('keeps to a hundred columns, addresses excepted', async () => {
    const {seen} = await play('help', '/zoom start Weekly planning', 'as zoe', '/zoom start', 'settings');
    const tooWide = seen.split('\n').filter((line) => line.length > 100 && !line.includes('http'));
    expect(tooWide).toEqual([]);
  });
});
