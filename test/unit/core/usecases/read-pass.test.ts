import {beforeEach, describe, expect, it} from '@jest/globals';
import type {BrowserTicket} from '../../../../server/core/domain/browser-ticket.js';
import {type StreamPass, streamDigest} from '../../../../server/core/domain/stream-pass.js';
import type {Cards} from '../../../../server/core/ports/cards.js';
import type {ChatUser} from '../../../../server/core/ports/chat.js';
import type {StreamPasses} from '../../../../server/core/ports/stream-passes.js';
import {createReadPass, type ReadPass} from '../../../../server/core/usecases/read-pass.js';
import {createRecentAnswers} from '../../../../server/core/usecases/recent-answers.js';
import {createCards} from '../../../../server/outbound/store/cards.js';
import {createStreamPasses} from '../../../../server/outbound/store/stream-passes.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {ana, ben, createPerson} from '../../../support/people.js';
import {createPlannedCard} from '../../../support/planned-card.js';
import {channelId, createSampleCard} from '../../../support/sample-card.js';
import {streamPassOf} from '../../../support/stream-pass-of.js';

const TOKEN = 'x'.repeat(43);
const TICKET = 'a.ticket';
const NUMBER = '85512345678';

let world: FakeWorld;
let cards: Cards;
let streamPasses: StreamPasses;
let ticket: BrowserTicket;
let readPass: ReadPass;
const create = (isOpenToGuests = true, isOnCards = true, adminsMayShare = true): ReadPass =>
  createReadPass({
    streamPasses,
    readTicket: (token) => (token === TICKET ? ticket : undefined),
    cards,
    chat: world.chat,
    recentPeople: createRecentAnswers({clock: world.clock, keptMs: 60_000, failedMs: 5_000}),
    recentMembers: createRecentAnswers({clock: world.clock, keptMs: 60_000, failedMs: 5_000}),
    recentSharers: createRecentAnswers({clock: world.clock, keptMs: 60_000, failedMs: 5_000}),
    clock: world.clock,
    isOpenToGuests,
    isOnCards,
    adminsMayShare,
  });
beforeEach(() => {
  world = createFakeWorld();
  cards = createCards(world);
  streamPasses = createStreamPasses(world);
  const expiresAt = world.clock.now() + 60_000;
  ticket = {userId: ben.id, expiresAt, into: {cardId: 'intent-1', number: NUMBER}};
  readPass = create();
});

const keep = (changes: Partial<StreamPass> = {}) =>
  streamPasses.keep(TOKEN, streamPassOf(world.clock, changes));
const change = (user: ChatUser, changes: Partial<ChatUser>): void =>
  void world.chat.users.set(user.id, {...user, ...changes});

describe('the pass of a stream URL', () => {
  it('leads into one meeting, in the name of its host', async () => {
    await keep();
    expect(await readPass(TOKEN)).toEqual({
      kind: 'good',
      pass: {
        number: NUMBER,
        kind: 'meeting',
        topic: 'Weekly planning',
        host: {userId: ana.id, zoomUserId: 'zoom-ana'},
        person: undefined,
      },
    });
  });

  it.each(['y'.repeat(43), 'x'.repeat(42), `${'x'.repeat(43)}=`, '', 'a.b', '..', '%00'])(
    'A-44 is not to be guessed: %j',
    async (guessed) => {
      await keep();
      expect(await readPass(guessed)).toEqual({kind: 'unknown'});
    },
  );

  it('asks the store for nothing that cannot be a token', async () => {
    await readPass('p'.repeat(10_000));
    expect(world.keyValue.calls).toEqual([]);
  });

  it('A-44 ends with its time', async () => {
    await keep({expiresAt: world.clock.now() + 1_000});
    world.clock.advance(999);
    expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
    world.clock.advance(1);
    expect(await readPass(TOKEN)).toEqual({kind: 'expired'});
  });

  it('A-44 ends at once when it is revoked', async () => {
    await keep();
    expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
    await streamPasses.revoke(ana.id, 'p1');
    expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
  });

  it('A-44 lets nobody in once the account of the host who made it is deactivated', async () => {
    await keep();
    change(ana, {isDeactivated: true});
    expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
  });

  describe('that an administrator made', () => {
    const ofBen = {madeBy: ben.id, cardId: 'intent-1'};
    beforeEach(async () => {
      await cards.add(createSampleCard());
      await keep(ofBen);
    });

    it('A-48 ends when administrators may make none, and that of the host stays', async () => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      readPass = create(true, true, false);
      expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
      await keep();
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
    });

    it('A-48 ends within a minute when they administer the channel of the card no more, and may come back', async () => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good', pass: {host: {userId: ana.id}}});
      world.chat.channelAdmins.clear();
      world.clock.advance(60_000);
      expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      world.clock.advance(60_000);
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
    });

    it('A-48 ends when they administer the system no more', async () => {
      change(ben, {isSystemAdmin: true});
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
      change(ben, {isSystemAdmin: false});
      readPass = create();
      expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
    });

    it.each([
      ['made it', ben],
      ['hosts the meeting', ana],
    ])('A-44 lets nobody in once the account of who %s is deactivated', async (_who, person) => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
      change(person, {isDeactivated: true});
      world.clock.advance(60_000);
      expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
    });

    it('A-48 is not good because another one is, of somebody else or in another channel', async () => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      await cards.add(createPlannedCard({id: 'intent-3', channelId: 'another'}));
      expect(await readPass(TOKEN)).toMatchObject({kind: 'good'});
      for (const changes of [{cardId: 'intent-3'}, {madeBy: createPerson('carla').id}]) {
        await keep({...ofBen, ...changes});
        expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
      }
    });

    it('A-48 ends with the card by which they made it', async () => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      await keep({...ofBen, cardId: 'intent-2'});
      expect(await readPass(TOKEN)).toEqual({kind: 'revoked'});
    });

    it('costs Mattermost as many questions a minute as one of them does, however many come', async () => {
      world.chat.channelAdmins.add(`${channelId} ${ben.id}`);
      await readPass(TOKEN);
      const calls = world.chat.calls.length;
      await Promise.all(Array.from({length: 100}, () => readPass(TOKEN)));
      expect(world.chat.calls).toHaveLength(calls);
      world.clock.advance(60_000);
      await readPass(TOKEN);
      expect(world.chat.calls).toHaveLength(2 * calls);
    });
  });

  it('A-44 is no pass of whoever is not signed in, where members alone may come', async () => {
    readPass = create(false);
    await keep();
    expect(await readPass(TOKEN)).toEqual({kind: 'sign-in-first', token: TOKEN});
    expect(await readPass('y'.repeat(43))).toEqual({kind: 'unknown'});
  });

  it('costs Mattermost one question a minute, however many come', async () => {
    await keep();
    await Promise.all(Array.from({length: 100}, () => readPass(TOKEN)));
    expect(world.chat.calls).toEqual(['user']);
    world.clock.advance(60_000);
    await readPass(TOKEN);
    expect(world.chat.calls).toHaveLength(2);
  });
});

describe('the ticket of a member', () => {
  beforeEach(async () => {
    await cards.add(createSampleCard({hasDefaultTopic: true}));
  });

  it('leads into the meeting of a card, as whom they are in Mattermost', async () => {
    expect(await readPass(TICKET)).toEqual({
      kind: 'good',
      pass: {
        number: NUMBER,
        kind: 'meeting',
        topic: '',
        host: {userId: ana.id, zoomUserId: 'zoom-ana'},
        person: {name: 'Ben', email: ben.email},
      },
    });
  });

  it('knows a webinar by its card', async () => {
    await cards.add(createPlannedCard({id: 'webinar-1', kind: 'webinar'}));
    ticket = {...ticket, into: {cardId: 'webinar-1', number: NUMBER}};
    expect(await readPass(TICKET)).toMatchObject({pass: {kind: 'webinar', topic: 'Planning of the year'}});
  });

  it('A-44 ends with its time', async () => {
    world.clock.advance(60_000);
    expect(await readPass(TICKET)).toEqual({kind: 'expired'});
  });

  it('A-44 is none of somebody who has left the channel, or whose account is deactivated', async () => {
    world.chat.members.delete(`${channelId} ${ben.id}`);
    expect(await readPass(TICKET)).toEqual({kind: 'no-access'});
    world.chat.members.add(`${channelId} ${ben.id}`);
    change(ben, {isDeactivated: true});
    readPass = create();
    expect(await readPass(TICKET)).toEqual({kind: 'no-access'});
  });

  it('A-44 is none of somebody whom Mattermost does not know', async () => {
    world.chat.users.delete(ben.id);
    expect(await readPass(TICKET)).toEqual({kind: 'no-access'});
  });

  it('A-44 is none of somebody else who is in no channel of the card, or of a card elsewhere', async () => {
    expect(await readPass(TICKET)).toMatchObject({kind: 'good'});
    const carla = createPerson('carla');
    world.chat.users.set(carla.id, carla);
    const ofBen = ticket;
    ticket = {...ofBen, userId: carla.id};
    expect(await readPass(TICKET)).toEqual({kind: 'no-access'});
    await cards.add(createPlannedCard({id: 'elsewhere', channelId: 'another'}));
    ticket = {...ofBen, into: {cardId: 'elsewhere', number: NUMBER}};
    expect(await readPass(TICKET)).toEqual({kind: 'no-access'});
  });

  it('A-44 ends with the account of the host', async () => {
    change(ana, {isDeactivated: true});
    expect(await readPass(TICKET)).toEqual({kind: 'revoked'});
  });

  it('A-48 ends with its session under a personal meeting ID, in which others follow', async () => {
    const personal = {id: 'personal-1', kind: 'personal', postId: mattermostId('post2')} as const;
    await cards.add(createSampleCard(personal));
    ticket = {...ticket, into: {cardId: personal.id, number: NUMBER}};
    expect(await readPass(TICKET)).toMatchObject({kind: 'good'});
    const known = await cards.ofNumber(NUMBER);
    await known.update((card) => (card.id === personal.id ? {...card, endedAt: world.clock.now()} : card));
    expect(await readPass(TICKET)).toEqual({kind: 'over'});
  });

  it('A-48 ends when cards lead into the browser no more, and those of stream URLs stay', async () => {
    readPass = create(true, false);
    expect(await readPass(TICKET)).toEqual({kind: 'revoked'});
    await keep();
    ticket = {...ticket, into: {streamDigest: streamDigest(TOKEN)}};
    expect(await readPass(TICKET)).toMatchObject({kind: 'good'});
  });

  it('leads nowhere without its card', async () => {
    ticket = {...ticket, into: {cardId: 'intent-2', number: NUMBER}};
    expect(await readPass(TICKET)).toEqual({kind: 'unknown'});
  });

  it('opens a stream URL for members alone, for as long as that is good', async () => {
    readPass = create(false);
    ticket = {...ticket, into: {streamDigest: streamDigest(TOKEN)}};
    expect(await readPass(TICKET)).toEqual({kind: 'unknown'});
    await keep();
    expect(await readPass(TICKET)).toMatchObject({kind: 'good', pass: {person: {name: 'Ben'}}});
    await streamPasses.revoke(ana.id, 'p1');
    expect(await readPass(TICKET)).toEqual({kind: 'revoked'});
  });
});
