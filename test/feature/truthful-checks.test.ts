import {afterEach, beforeEach, expect, it} from '@jest/globals';
import {lowerCaseNames} from '../../server/lib/lower-case-names.js';
import {onAnyHost} from '../support/on-each-host.js';
import {waitFor} from '../support/wait-for.js';
import {ADMIN, createWorld, meetingEvent, sendWebhook, type World} from '../support/world.js';

const ASTRAY = '/webhook?secret=an-address-of-before';
const FORGED = {headers: {'x-zm-signature': `v0=${'0'.repeat(64)}`}};

onAnyHost('Checks tell the truth about webhooks', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
    await world.type('/zoom start');
  });
  afterEach(() => world.close());

  const body = (name: 'meeting.started' | 'meeting.ended' = 'meeting.started'): string => {
    const [meeting] = world.zoom.meetings;
    if (meeting === undefined) throw new Error('no meeting was created');
    return meetingEvent(name, meeting);
  };
  const send = (...[options]: [options?: Parameters<typeof sendWebhook>[2]]) =>
    sendWebhook(world, body(), options);
  const both = async (): Promise<void> => {
    for (const name of ['meeting.started', 'meeting.ended'] as const) await sendWebhook(world, body(name));
  };
  const doctor = async (): Promise<string> => (await world.type('/zoom doctor', {userId: ADMIN})).text;
  /** What the log says of refused ones, one entry a line. */
  const refusedLines = async (): Promise<string[]> =>
    (await world.host.logs()).map(({message}) => message).filter((message) => /refused/.test(message));

  const untilTold = (start: string) =>
    waitFor(world.host, async () => (await refusedLines()).find((line) => line.startsWith(start)));

  it('a webhook to a wrong address is counted, told as the fault where no other comes, and logged in one line', async () => {
    for (let sent = 0; sent < 3; sent++) expect((await send({path: ASTRAY})).status).toBe(401);
    expect(await doctor()).toMatch(
      /:x: \*\*Does Zoom report what happens in meetings\?\*\* 3 webhooks came to a wrong address and were refused, the last one \w+ \d+/,
    );
    await untilTold('Webhooks to a wrong address were refused');
    expect(await refusedLines()).toHaveLength(1);
  }, 60_000);

  it('a working set-up stays green when somebody calls at a wrong address, and mentions it', async () => {
    await both();
    for (let sent = 0; sent < 2; sent++) await send({path: ASTRAY});
    expect(await doctor()).toMatch(
      /:white_check_mark: \*\*Does Zoom report[^\n]*The last webhook arrived[^\n]*2 webhooks were refused at a wrong address/,
    );
  }, 60_000);

  it('a clock that differs from Zoom’s by minutes is told, and so are webhooks that are stale in a row', async () => {
    await both();
    expect(await doctor()).toMatch(/:white_check_mark: \*\*Does Zoom report/);
    const headers = {Date: new Date(Date.now() + 7 * 60_000).toUTCString()};
    const fault = {kind: 'answer', status: 404, body: {code: 1001, message: 'no'}, headers} as const;
    world.zoom.fault({route: 'find-user', fault});
    expect(await doctor()).toMatch(
      /:x: \*\*Does Zoom report[^\n]*The clock of this server is 7 minutes behind Zoom’s/,
    );
    for (const seconds of [0, 1, 2]) await send({at: Date.now() + 420_000 + seconds * 1_000});
    await waitFor(world.host, async () =>
      (await world.host.logs()).find(({message}) => message.startsWith('Webhooks of Zoom count as late')),
    );
  }, 60_000);

  it('a webhook with a wrong signature is told as such', async () => {
    await both();
    expect((await send(FORGED)).status).toBe(401);
    expect(await doctor()).toMatch(
      /:x: \*\*Does Zoom report[^\n]*was not signed with this \*\*Zoom Webhook Secret Token\*\*/,
    );
    await untilTold('Webhooks were refused, because they');
  }, 60_000);

  it('a look at the address is not counted', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await world.host.http({method, path: ASTRAY});
    expect(await doctor()).not.toMatch(/refused/);
    expect(await refusedLines()).toEqual([]);
  }, 60_000);

  if (!capabilities.sessions) return;

  it('what came before the secret was changed is told as older, and turns nothing green', async () => {
    await both();
    await world.zoom.subscribe({url: `${world.host.routesUrl}${await world.webhookPath()}`});
    expect(await doctor()).toMatch(/:white_check_mark: \*\*Does Zoom report/);
    const saved = lowerCaseNames(await world.host.pluginConfig());
    await world.host.setPluginConfig({...saved, zoomwebhooksecret: 'another-token'});
    const text = await doctor();
    expect(text).toMatch(
      /:warning: \*\*Does Zoom report[^\n]*No webhook has arrived since you changed the secret; the last one before that arrived/,
    );
    expect(text).toMatch(/:warning: \*\*Has Zoom validated[^\n]*before you changed the secret/);
    await world.host.setPluginConfig(saved);
    expect(await doctor()).toMatch(/:white_check_mark: \*\*Has Zoom validated/);
  }, 60_000);

  it('C-02 the support packet counts them', async () => {
    await both();
    await send({path: ASTRAY});
    await send(FORGED);
    const [file] = await world.host.supportData();
    const counted = {count: 1, last: expect.stringMatching(/^\d{4}-/)};
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      webhooks: {
        last_accepted_with_present_secrets: true,
        refused_at_wrong_address: counted,
        refused_for_wrong_signature: counted,
      },
    });
  }, 60_000);
});
