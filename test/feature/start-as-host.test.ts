import {afterAll, beforeAll, beforeEach, expect, it} from '@jest/globals';
import {mattermostId} from '../support/mattermost-id.js';
import {buttonOf, buttonsOf, type Integration, pressAndRead, pressButton} from '../support/press-button.js';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse} from '../support/plugin-host.js';
import {ANA, BEN, createWorld, type Reply, type World} from '../support/world.js';

onEachHost('Start as host', ({start, pluginDir, capabilities}) => {
  let world: World;
  let channels = 0;
  let channelId: string;
  let reply: Reply;
  let button: {integration: Integration & {context: Record<string, unknown>}};
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir()});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    channels += 1;
    channelId = mattermostId(`hosted${channels}x`);
    await world.host.seed({
      channels: [{id: channelId}],
      members: [ANA, BEN].map((user_id) => ({channel_id: channelId, user_id})),
    });
    reply = await world.type('/zoom start Weekly planning', {channelId});
    button = buttonOf(reply, 'startAsHost') as typeof button;
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
  const stored = async (): Promise<string> =>
    JSON.stringify([
      await world.host.posts(),
      await world.host.logs(),
      [...(await world.host.kv()).values()].map(String),
    ]);

  if (capabilities.privatePosts) {
    it('shows the host alone a link that signs them in, in place of the message, and stores it nowhere', async () => {
      const seen = await pressAndRead(world, reply, 'startAsHost', {userId: ANA});
      expect([seen.status, seen.body]).toEqual([200, '{}']);
      expect(seen.text).toMatch(/^Start “Weekly planning” as host: \[Open Zoom\]\(http\S+zak=/);
      expect(seen.post).toMatchObject({
        id: reply.post?.id,
        user_id: reply.post?.user_id,
        channel_id: channelId,
        root_id: '',
        create_at: reply.post?.create_at,
      });
      const again = await pressAndRead(world, seen, 'startAsHost', {userId: ANA});
      expect(again.text).toContain('zak=');
      expect(await stored()).not.toContain('zak=');
    });

    it('is not offered a second time where the card is drawn with its own', async () => {
      const {userId, channelId: other} = await world.newcomer();
      const userAgent =
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Mattermost/5.13 Chrome/130 Electron/33';
      const drawn = await world.type('/zoom start', {userId, channelId: other, userAgent});
      expect([drawn.text, buttonsOf(drawn)]).toEqual(['Opening Zoom…', []]);
      const phone = await world.newcomer();
      const mobile = await world.type('/zoom start', {
        ...phone,
        userAgent: 'Mattermost Mobile/2.30.0+600 (ios)',
      });
      expect(buttonsOf(mobile).map(({id}) => id)).toEqual(['startAsHost']);
    });
  }

  if (!capabilities.privatePosts) {
    it('sends the host a ticket by direct message, says so where they look, and stores no link that signs in', async () => {
      const seen = await pressAndRead(world, reply, 'startAsHost', {userId: ANA});
      expect([seen.status, seen.body]).toEqual([200, '{}']);
      expect(seen.text).toContain('is in a direct message to you');
      expect(seen.post).toMatchObject({channel_id: channelId, root_id: ''});
      const told = (await world.host.posts()).findLast(({message}) => message.includes('/host?ticket='));
      expect(told?.message).toMatch(/^Start “Weekly planning” as host: \[Open Zoom\]\(http/);
      const address = /\((http\S+)\)/.exec(told?.message ?? '')?.[1] ?? '';
      expect(new URL(address).origin).toBe(new URL(world.host.routesUrl).origin);
      expect((await fetch(address)).status).toBe(200);
      const entered = await fetch(address, {method: 'POST', redirect: 'manual'});
      expect([entered.status, entered.headers.get('location')]).toEqual([
        303,
        expect.stringContaining('zak='),
      ]);
      expect((await fetch(address, {method: 'POST', redirect: 'manual'})).status).toBe(410);
      expect(await stored()).not.toContain('zak=');
    });
  }

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
    const foreign = await press(context, {userId: BEN});
    // Where Ben has typed nothing, a service can but leave the words to Mattermost.
    expect(foreign.status).toBe(capabilities.privatePosts ? 403 : 200);
    expect(foreign.body.toString()).not.toMatch(/ticket=|zak=/);
  });

  it('A-04 refuses who is not signed in, and other plugins', async () => {
    const {context} = button.integration;
    const refused = capabilities.sessions ? 401 : 403;
    expect((await press(context, {userId: null})).status).toBe(refused);
    expect((await press(context, {userId: null, headers: {'Mattermost-User-Id': ANA}})).status).toBe(refused);
  });

  it('says how long the meeting can be used, and so once it was tried alone and is over', async () => {
    const [attachment] = (await world.card(channelId)).props['attachments'] as {text: string}[];
    expect(attachment?.text).toContain('The link works until the meeting has ended.');
    expect(reply.text).toContain('The button works for two hours, the meeting until it has ended');
    const number = world.zoom.meetings.at(-1)?.number ?? 0;
    world.zoom.startMeeting(number);
    world.zoom.endMeeting(number);
    await world.zoom.webhooksSettled();
    const seen = await pressAndRead(world, reply, 'startAsHost', {userId: ANA});
    expect(seen.text).toBe(
      'This meeting has ended. Zoom does not let it start a second time: type `/zoom start` for a new one.',
    );
    expect(buttonsOf(seen)).toEqual([]);
  });

  if (capabilities.privatePosts) {
    it('says so when Zoom gives no link, and can be pressed again', async () => {
      world.zoom.fault({route: 'get-meeting', times: 9, fault: {kind: 'answer', status: 500, body: {}}});
      const seen = await pressAndRead(world, reply, 'startAsHost', {userId: ANA});
      expect(seen.text).toContain('Zoom did not provide the host link');
      world.zoom.liftFaults();
      expect((await pressAndRead(world, seen, 'startAsHost', {userId: ANA})).text).toContain('zak=');
    });
  }

  it('A-03 tells who presses the button of somebody else, where they look', async () => {
    if (!capabilities.sessions) await world.type('/zoom help', {userId: BEN, channelId});
    const seen = await pressAndRead(
      world,
      {...reply, ...(reply.post && {post: {...reply.post, id: 'x'}})},
      'startAsHost',
      {userId: BEN},
    );
    expect(seen).toMatchObject({status: 403, text: expect.stringContaining('This button is not yours')});
    expect(seen.post).toMatchObject({channel_id: channelId, root_id: ''});
  });
});
