import type {Server} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import request from 'supertest';
import {CAPABILITIES, type Capabilities} from '../../../../server/core/domain/capabilities.js';
import {chooseMeetingId} from '../../../../server/inbound/actions/choose-meeting-id.js';
import {createDrawButton, type DrawButton} from '../../../../server/inbound/actions/draw-button.js';
import {setPreference} from '../../../../server/inbound/actions/set-preference.js';
import {startAnother} from '../../../../server/inbound/actions/start-another.js';
import {startAsHost} from '../../../../server/inbound/actions/start-as-host.js';
import {startForMany} from '../../../../server/inbound/actions/start-for-many.js';
import {tryAgain} from '../../../../server/inbound/actions/try-again.js';
import {type HeldStart, holdStart} from '../../../../server/inbound/held-start.js';
import {texts} from '../../../../server/messages/texts.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ACTION_KEY, createHttpUnderTest} from '../../../support/http-under-test.js';
import {closeServer, listen} from '../../../support/listen.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';
import {chatRefused, chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';

const place = {channelId, rootId: '', createdAt: 1_700_000_000_000};
const drawing = {place, translate: texts('en')};
const held = holdStart({userId: ana.id, channelId, rootId: '', topic: 'Retro', drawsCards: false});
const POST_ID = mattermostId('private');

let world: FakeWorld;
let server: Server;
const serve = async (capabilities: Capabilities = CAPABILITIES.plugin, settings = {}) => {
  const http = createHttpUnderTest(world, settings, capabilities);
  server = await listen(http.app);
  return http;
};
const draw: DrawButton = (...wish) =>
  createDrawButton({key: ACTION_KEY, clock: world.clock, routesUrl: '/plugins/zoom'})(...wish);
const choice = {userId: ana.id, values: {name: 'open', value: 'off'}} as const;
const press = (button: {integration: {url: string; context: unknown}} | undefined, userId = ana.id) =>
  request(server)
    .post(button?.integration.url.replace('/plugins/zoom', '') ?? '')
    .set('Mattermost-User-Id', userId)
    .send({user_id: userId, channel_id: channelId, post_id: POST_ID, context: button?.integration.context});
const shownButtons = () => world.chat.shown.at(-1)?.attachments?.[0]?.actions?.map(({id}) => id) ?? [];

beforeEach(() => {
  world = createFakeWorld();
});
afterEach(() => closeServer(server));

describe('the button "Start another", pressed', () => {
  const button = () =>
    draw(
      startAnother,
      {
        userId: ana.id,
        values: {
          ...held,
          question: 'Ben started "Weekly". [Join it](url)',
        },
      },
      drawing,
    );

  it('says where the meeting is, with the way in for the host', async () => {
    await serve();
    await press(button());
    expect(world.chat.shown).toMatchObject([
      {
        userId: ana.id,
        place,
        postId: POST_ID,
        text: expect.stringContaining('Your meeting is in the channel'),
      },
    ]);
    expect(shownButtons()).toEqual(['startAsHost']);
  });

  it('keeps the question, and itself, while trying again may help', async () => {
    await serve();
    world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'timeout'}));
    await press(button());
    expect(world.chat.shown[0]?.text).toMatch(
      /^Ben started "Weekly"\. \[Join it\]\(url\)\n\nZoom did not answer/,
    );
    expect(shownButtons()).toEqual(['startAnother']);
  });

  it('keeps the question alone where trying again changes nothing', async () => {
    await serve();
    world.chat.channels.set(channelId, {id: channelId, teamId: '', isArchived: true, isDirect: false});
    await press(button());
    expect(world.chat.shown[0]?.text).toMatch(/^Ben started "Weekly"\..*\n\nThis channel is archived/s);
    expect(shownButtons()).toEqual([]);
  });

  it('says after ten minutes that it is too old', async () => {
    await serve();
    const old = button();
    world.clock.advance(10 * 60_000 + 1);
    await press(old);
    expect(world.chat.shown[0]?.text).toContain('older than ten minutes');
    expect(shownButtons()).toEqual([]);
  });
});

describe('the button "Try again", pressed', () => {
  const button = () => draw(tryAgain, {userId: ana.id, values: held}, drawing);

  it('starts the meeting once Zoom knows the person, in place of the answer', async () => {
    await serve();
    await press(button());
    expect(world.chat.shown).toMatchObject([
      {
        userId: ana.id,
        place,
        postId: POST_ID,
        text: expect.stringContaining('Your meeting is in the channel'),
      },
    ]);
    expect(world.zoom.meetings).toMatchObject([{topic: 'Retro'}]);
    expect(shownButtons()).toEqual(['startAsHost']);
  });

  it('is there once more while Zoom does not know them', async () => {
    await serve();
    world.zoom.users.clear();
    await press(button());
    expect(world.chat.shown[0]?.text).toContain('This server belongs to the Zoom account `acc-1`');
    expect(shownButtons()).toEqual(['tryAgain']);
  });

  it('asks about a meeting that is on by now', async () => {
    const {plugin} = await serve();
    await plugin.start(ben.id);
    await press(button());
    expect(world.chat.shown[0]?.text).toMatch(/^Ben opened “Weekly planning” here/);
    expect(shownButtons()).toEqual(['startAnother']);
  });

  it('checks everything anew: who has left the channel starts nothing', async () => {
    await serve();
    world.chat.members.clear();
    await press(button());
    expect(world.chat.shown[0]?.text).toContain('You cannot post in this channel');
    expect(world.zoom.meetings).toEqual([]);
  });

  it('says after a day that it is too old', async () => {
    await serve();
    const old = button();
    world.clock.advance(24 * 60 * 60_000 + 1);
    await press(old);
    expect(world.chat.shown[0]?.text).toContain('older than a day');
  });
});

describe('the buttons that answer a question before a start, pressed', () => {
  const chooses = (meetingId: 'personal' | 'unique') =>
    draw(chooseMeetingId, {userId: ana.id, values: {...held, meetingId}}, drawing);
  const confirms = (changes: Partial<HeldStart> = {}) =>
    draw(startForMany, {userId: ana.id, values: {...held, ...changes, members: '1234'}}, drawing);

  it('start the meeting that was asked for, under the number that was chosen', async () => {
    await serve();
    await press(chooses('unique'));
    expect(world.zoom.meetings).toMatchObject([{topic: 'Retro'}]);
    expect(shownButtons()).toEqual(['startAsHost']);
  });

  it('lead from one question to the next, whose answer carries the first', async () => {
    const careful = {ConfirmAbove: 1};
    await serve(CAPABILITIES.plugin, careful);
    await press(chooses('unique'));
    expect(world.chat.shown[0]?.text).toContain('2 people read this channel.');
    expect(shownButtons()).toEqual(['startForMany']);
    world.chat.preferencesOf.set(ana.id, {id: 'ask'});
    const next = world.chat.shown[0]?.attachments?.[0]?.actions?.[0];
    await press(next);
    expect(world.zoom.meetings).toMatchObject([{topic: 'Retro'}]);
  });

  it('come behind the answer to another question, and carry that', async () => {
    const {plugin} = await serve();
    world.chat.preferencesOf.set(ana.id, {id: 'ask'});
    await plugin.start(ben.id);
    await press(draw(startAnother, {userId: ana.id, values: {...held, question: ''}}, drawing));
    expect(shownButtons()).toEqual(['chooseUnique', 'choosePersonal']);
    await press(world.chat.shown.at(-1)?.attachments?.[0]?.actions?.[0]);
    expect(world.zoom.meetings).toMatchObject([{topic: 'Weekly planning'}, {topic: 'Retro'}]);
  });

  it('say how many are meant, and are asked about a meeting that is on', async () => {
    const {plugin} = await serve();
    expect(confirms()?.name).toBe('Post to 1,234 members');
    await plugin.start(ben.id);
    await press(confirms());
    expect(world.chat.shown[0]?.text).toMatch(/^Ben opened “Weekly planning” here/);
    expect(shownButtons()).toEqual(['startAnother']);
  });

  it('stay while trying again may help, so that the topic is not lost', async () => {
    await serve();
    world.zoom.faults.set('findUser', () => zoomTrouble({kind: 'timeout'}));
    await press(chooses('personal'));
    expect(world.chat.shown[0]?.text).toContain('Zoom did not answer');
    expect(shownButtons()).toEqual(['choosePersonal']);
  });

  it('S-08 start nothing for anybody else', async () => {
    await serve();
    expect((await press(chooses('unique'), ben.id)).status).toBe(403);
    expect(world.zoom.calls).toEqual([]);
  });
});

describe('a button of the settings, pressed', () => {
  it('shows all settings as they are now, with a button for every other choice', async () => {
    await serve();
    const button = draw(setPreference, choice, drawing);
    expect((await press(button)).body).toEqual({});
    expect(world.chat.shown[0]?.text.split('\n')).toEqual([
      '**Your Zoom settings**',
      '- A meeting that you start does not open by itself.',
      '- Join links open in the browser.',
      '- Each of your meetings has a new meeting ID.',
      '- You get a direct message when the first one waits for a meeting of yours.',
      '- You are asked whether a link to a meeting of yours that you post shall become a card.',
    ]);
    expect(shownButtons()).toEqual([
      'setopenon',
      'setappzoom',
      'setidpersonal',
      'setidask',
      'setarrivalsoff',
      'setlinksoff',
    ]);
  });
});

describe('a press on a host that can show nobody anything in private', () => {
  const hostButton = async () => {
    const http = await serve(CAPABILITIES.service);
    const outcome = await http.plugin.start(ana.id);
    if (outcome.kind !== 'started') throw new Error('Expected a start');
    const {id: cardId, meeting} = outcome.card;
    return draw(startAsHost, {userId: ana.id, values: {cardId, number: meeting.number}}, drawing);
  };
  const noWay = () => world.chat.faults.set('showPrivately', () => chatRefused('used up'));

  it('goes out by direct message when nothing more can be shown at its place', async () => {
    await serve(CAPABILITIES.service);
    noWay();
    const button = draw(setPreference, choice, drawing);
    expect((await press(button)).body).toEqual({});
    expect(world.chat.directMessages).toMatchObject([
      {userId: ana.id, text: expect.stringContaining('does not open by itself')},
    ]);
  });

  it('sends the host a ticket and no link of Zoom, once, whether or not the place can be told', async () => {
    const button = await hostButton();
    await press(button);
    expect(world.chat.shown).toMatchObject([
      {text: expect.stringContaining('is in a direct message to you')},
    ]);
    noWay();
    await press(button);
    expect(world.chat.directMessages).toHaveLength(2);
    for (const {text} of world.chat.directMessages) expect(text).toContain('/plugins/zoom/host?ticket=');
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('says so when the direct message cannot be sent', async () => {
    const button = await hostButton();
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    await press(button);
    expect(world.chat.shown[0]?.text).toContain('could not deliver the direct message');
    expect(shownButtons()).toEqual(['startAsHost']);
  });

  it('A-03 writes nobody a direct message for a button of somebody else, and nothing for one that is not ours', async () => {
    const button = await hostButton();
    noWay();
    const foreign = await press(button, ben.id);
    expect(foreign.body).toEqual({ephemeral_text: expect.stringContaining('not yours')});
    const forged = {integration: {url: button?.integration.url ?? '', context: {userId: ben.id}}};
    expect([(await press(forged, ben.id)).status, (await press(forged, ben.id)).body]).toEqual([403, {}]);
    expect(world.chat.directMessages).toEqual([]);
  });
});
