import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import type {Card} from '../../../../server/core/domain/card.js';
import {signContext} from '../../../../server/inbound/actions/signed-context.js';
import {createDrawButton} from '../../../../server/inbound/actions/draw-button.js';
import {startAsHost} from '../../../../server/inbound/actions/start-as-host.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ACTION_KEY, createHttpUnderTest} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';

const PATH = '/api/v1/actions/start-as-host';
const HOURS = 60 * 60 * 1000;

let world: FakeWorld;
let http: ReturnType<typeof createHttpUnderTest>;
let server: Server;
let card: Card;
beforeEach(async () => {
  world = createFakeWorld();
  http = createHttpUnderTest(world);
  server = await listen(http.app);
  const outcome = await http.plugin.start(ana.id);
  if (outcome.kind !== 'started') throw new Error('Expected a start');
  card = outcome.card;
});
afterEach(() => closeServer(server));

const place = {channelId, rootId: 'root', createdAt: 1_700_000_000_000};
const POST_ID = mattermostId('private');
const button = (key: Buffer | undefined = ACTION_KEY) =>
  createDrawButton({key, clock: world.clock, routesUrl: '/plugins/zoom'})(
    startAsHost,
    {userId: card.host.userId, values: {cardId: card.id, number: card.meeting.number}},
    {place, translate: texts('en')},
  );
/** As Mattermost calls it. */
const press = (userId: string, context: unknown = button()?.integration.context) =>
  request(server)
    .post(PATH)
    .set('Mattermost-User-Id', userId)
    .send({user_id: ben.id, channel_id: channelId, post_id: POST_ID, type: 'button', context});

describe('the button "Start as host"', () => {
  it('leads to its own route, with a context that is signed', () => {
    expect(button()).toMatchObject({
      type: 'button',
      name: 'Start as host',
      integration: {
        url: `/plugins/zoom${PATH}`,
        context: {userId: ana.id, values: {number: card.meeting.number}},
      },
    });
    expect(button()?.id).toMatch(/^[A-Za-z0-9]+$/);
  });

  it('carries no link', () => {
    expect(JSON.stringify(button())).not.toMatch(/zak|\/s\//);
  });

  it('is not drawn where nothing can be signed', () => {
    const deps = {key: undefined, clock: world.clock, routesUrl: ''};
    const meeting = {userId: ana.id, values: {cardId: card.id, number: card.meeting.number}};
    const drawing = {place, translate: texts('en')};
    expect(createDrawButton(deps)(startAsHost, meeting, drawing)).toBeUndefined();
  });
});

describe('the button "Start as host", pressed', () => {
  it('shows its host the link in place of the message, and answers the press with nothing', async () => {
    const response = await press(ana.id);
    expect([response.status, response.body]).toEqual([200, {}]);
    expect(world.chat.shown).toMatchObject([{userId: ana.id, place, postId: POST_ID}]);
    expect(world.chat.shown[0]?.text).toContain(
      `Start “Weekly planning” as host: [Open Zoom](https://zoom.us/s/${card.meeting.number}?zak=canary-zak)`,
    );
  });

  it('comes with the button again, which works as well', async () => {
    await press(ana.id);
    const again = world.chat.shown[0]?.attachments?.[0]?.actions?.[0];
    await press(ana.id, again?.integration.context);
    expect(world.chat.shown).toHaveLength(2);
    expect(world.chat.shown[1]).toMatchObject({
      place,
      postId: POST_ID,
      text: expect.stringContaining('zak='),
    });
  });

  it('of version 3.0, which says no place, is answered below, in the channel that it was pressed in', async () => {
    const values = {cardId: card.id, number: card.meeting.number};
    const old = {action: 'start-as-host', userId: ana.id, expiresAt: world.clock.now() + 1, values};
    await press(ana.id, signContext(ACTION_KEY, old));
    expect(world.chat.shown).toMatchObject([{place: {channelId, rootId: '', createdAt: world.clock.now()}}]);
    expect(world.chat.shown[0]).not.toHaveProperty('postId');
  });

  it('never puts the link into a direct message: what cannot be shown is left to Mattermost', async () => {
    world.chat.faults.set('showPrivately', () => chatUnavailable('no answer'));
    const {ephemeral_text: text} = (await press(ana.id)).body as {ephemeral_text: string};
    expect(text).toContain('canary-zak');
    expect(world.chat.directMessages).toEqual([]);
  });

  it('leaves the link nowhere', async () => {
    await press(ana.id);
    const left = [
      world.keyValue.rows(),
      [...world.chat.posts],
      world.chat.directMessages,
      world.logger.lines,
    ];
    expect(JSON.stringify(left)).not.toContain('canary-zak');
  });

  it('works for two hours, and then says so', async () => {
    const {context} = button()?.integration ?? {};
    world.clock.advance(2 * HOURS);
    await press(ana.id, context);
    world.clock.advance(1);
    await press(ana.id, context);
    const [first, last] = world.chat.shown;
    expect(first?.text).toContain('canary-zak');
    expect(last?.text).toContain('older than two hours');
    expect(last).not.toHaveProperty('attachments');
  });

  it('is refused to everybody else, who may have got hold of the very same context', async () => {
    const response = await press(ben.id);
    expect([response.status, response.body]).toEqual([403, {}]);
    expect(world.chat.shown).toMatchObject([
      {userId: ben.id, text: expect.stringContaining('not yours'), place: {channelId, rootId: ''}},
    ]);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it.each([
    ['forged', (context: object) => ({...context, userId: ben.id})],
    ['of somebody', () => ({action: 'start-as-host', userId: ben.id})],
    ['missing', () => undefined],
    ['null', () => null],
    ['a list', () => []],
  ])('A-03 on a post of anybody, with a context that is %s, is refused', async (_what, forge) => {
    const response = await press(ben.id, forge(button()?.integration.context ?? {}));
    expect(response.status).toBe(403);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('A-03 with a key of somebody else is refused', async () => {
    const response = await press(ana.id, button(Buffer.alloc(32, 9))?.integration.context);
    expect([response.status, response.body]).toEqual([403, {}]);
    expect(world.chat.shown[0]?.text).toContain('the encryption key was changed');
  });

  it('A-04 without an acting user is refused before the body is read', async () => {
    const response = await request(server).post(PATH).send({context: button()?.integration.context});
    expect([response.status, response.body]).toMatchObject([401, {code: 'not_signed_in'}]);
  });

  it.each(['', 'null', '[]', '5', '{"context"'])('with the body %j is refused', async (body) => {
    const sent = request(server).post(PATH).set('Mattermost-User-Id', ana.id).type('application/json');
    expect([400, 403]).toContain((await sent.send(body)).status);
  });

  it('with more than 64 KiB is refused', async () => {
    expect((await press(ana.id, 'x'.repeat(64 * 1024))).status).toBe(413);
  });

  it('after the end says that it is over', async () => {
    const receivedAt = world.clock.now();
    await http.plugin.record({kind: 'ended', number: card.meeting.number, endedAt: receivedAt, receivedAt});
    await press(ana.id);
    expect(world.chat.shown).toMatchObject([{text: expect.stringContaining('This meeting has ended.')}]);
  });

  it('while Zoom fails says what to do, and logs why', async () => {
    world.zoom.faults.set('startLink', () => zoomTrouble({kind: 'timeout'}));
    await press(ana.id);
    expect(world.chat.shown[0]).toMatchObject({
      text: expect.stringContaining('Press the button again in a minute'),
      attachments: [{actions: [{id: 'startAsHost'}]}],
    });
    expect(world.logger.lines).toMatchObject([{level: 'warn', fields: {problem: 'timeout'}}]);
  });

  it('is answered with 503 while Mattermost does not say who presses', async () => {
    world.chat.faults.set('user', () => chatUnavailable('no answer'));
    expect((await press(ana.id)).status).toBe(503);
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('A-07 after a mistake of ours is answered with 500, and the next press works', async () => {
    world.zoom.faults.set('startLink', () => new TypeError('a mistake'));
    const response = await press(ana.id);
    expect([response.status, response.body]).toMatchObject([500, {code: 'failed'}]);
    world.zoom.faults.clear();
    expect((await press(ana.id)).status).toBe(200);
  });

  it('leaves no deadline behind', async () => {
    await press(ana.id);
    expect(world.clock.nextIn()).toBeUndefined();
  });
});
