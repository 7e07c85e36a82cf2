import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {pressButton} from '../support/press-button.js';
import {onEachHost} from '../support/on-each-host.js';
import type {CommandResponse, HttpResponse} from '../support/plugin-host.js';
import {ANA, BEN, createWorld, type World} from '../support/world.js';

interface Button {
  integration: {url: string; context: Record<string, unknown>};
}

onEachHost('Start as host', ({start, pluginDir, capabilities}) => {
  let world: World;
  let channels = 0;
  let button: Button;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    channels += 1;
    const channelId = mattermostId(`channel${channels}x`);
    await world.host.seed({channels: [{id: channelId}], members: [{channel_id: channelId, user_id: ANA}]});
    button = buttonOf(await world.type('/zoom start Weekly planning', {channelId}));
  });
  const press = (
    context: unknown,
    {userId = ANA, headers = {}}: {userId?: string | null; headers?: Record<string, string>} = {},
  ): Promise<HttpResponse> =>
    pressButton(
      world,
      {...button.integration, context},
      {userId, headers, ...(capabilities.sessions && {named: ANA})},
    );

  it('answers the host alone with a link that signs them in, and stores it nowhere', async () => {
    const answer = await press(button.integration.context);
    const {ephemeral_text: text} = JSON.parse(answer.body.toString()) as {ephemeral_text: string};
    expect(text).toContain('zak=');
    expect(text).toContain('as host');
    const stored = JSON.stringify([
      await world.host.posts(),
      await world.host.logs(),
      [...(await world.host.kv()).values()].map(String),
    ]);
    expect(stored).not.toContain('zak=');
  });

  it('A-03 refuses a button that a person made of our type and props, and one that was changed', async () => {
    const {context} = button.integration;
    const forged = [
      {},
      null,
      {...context, signature: undefined},
      {...context, userId: BEN},
      {...context, values: {number: '99999999999'}},
      {...context, expiresAt: 9_999_999_999_999},
    ];
    const answers = await Promise.all(forged.map((given) => press(given)));
    expect(answers.map(({status}) => status)).toEqual(forged.map(() => 403));
    expect((await press(context, {userId: BEN})).status).toBe(403);
  });

  it('A-04 refuses who is not signed in, and other plugins', async () => {
    const {context} = button.integration;
    const refused = capabilities.sessions ? 401 : 400;
    expect((await press(context, {userId: null})).status).toBe(refused);
    expect((await press(context, {userId: null, headers: {'Mattermost-User-Id': ANA}})).status).toBe(refused);
  });

  it('says so when the meeting has ended, and when Zoom gives no link', async () => {
    const number = world.zoom.meetings.at(-1)?.number ?? 0;
    world.zoom.fault({route: 'get-meeting', times: 9, fault: {kind: 'answer', status: 500, body: {}}});
    expect((await press(button.integration.context)).body.toString()).toContain(
      'Zoom did not give the host link',
    );
    world.zoom.liftFaults();
    world.zoom.startMeeting(number);
    world.zoom.endMeeting(number);
    await world.zoom.webhooksSettled();
    expect((await press(button.integration.context)).body.toString()).toContain('This meeting has ended');
  });
});

function buttonOf(answer: CommandResponse): Button {
  const [attachment] = answer.attachments as {actions: Button[]}[];
  return attachment?.actions[0] as Button;
}
