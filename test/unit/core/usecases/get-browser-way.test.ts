import {beforeEach, describe, expect, it} from '@jest/globals';
import {streamDigest} from '../../../../server/core/domain/stream-pass.js';
import {createGetBrowserWay} from '../../../../server/core/usecases/get-browser-way.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben, createPerson} from '../../../support/people.js';
import {createPlannedCard, samplePlan} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId, createSampleCard} from '../../../support/sample-card.js';

const card = createSampleCard({id: 'a'.repeat(32)});
const {number} = card.meeting;
const cleo = createPerson('cleo');

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(async () => {
  world = createFakeWorld();
  world.chat.users.set(cleo.id, cleo);
  plugin = startPluginProcess(world);
  await plugin.cards.add(card);
});

const way = (userId = ben.id, {cardId = card.id, isOnCards = true, hasPage = true} = {}) =>
  createGetBrowserWay({
    cards: plugin.cards,
    chat: world.chat,
    issueTicket: (ticket) => (hasPage ? `https://join.example.org/${JSON.stringify(ticket)}` : undefined),
    isOnCards,
  })({userId, into: {cardId, number}});

describe('the way into the meeting of a card by the browser', () => {
  it('is a ticket for whoever is in its channel', async () => {
    const ticket = JSON.stringify({cardId: card.id, number, userId: ben.id});
    expect(await way()).toEqual({kind: 'way', url: `https://join.example.org/${ticket}`});
    world.chat.users.set(ben.id, {...ben, isGuest: true});
    expect(await way()).toMatchObject({kind: 'way'});
  });

  it('A-43 is none for others, of whom one hears the same as of a card that is not there', async () => {
    expect(await way(cleo.id)).toEqual({kind: 'no-access'});
    expect(await way(ben.id, {cardId: 'b'.repeat(32)})).toEqual({kind: 'no-access'});
    world.chat.users.set(ben.id, {...ben, isDeactivated: true});
    expect(await way()).toEqual({kind: 'no-access'});
    world.chat.members.delete(`${channelId} ${ana.id}`);
    expect(await way(ana.id)).toEqual({kind: 'no-access'});
  });

  it('is none where cards offer none', async () => {
    expect(await way(ben.id, {isOnCards: false})).toEqual({kind: 'switched-off'});
    expect(await way(ben.id, {hasPage: false})).toEqual({kind: 'switched-off'});
  });

  it('is none of what is over, and leads to the registration where people register first', async () => {
    const cardId = 'c'.repeat(32);
    await plugin.cards.add(createPlannedCard({id: cardId, cancelledAt: world.clock.now()}));
    expect(await way(ben.id, {cardId})).toEqual({kind: 'ended'});
    const registrationUrl = `https://zoom.us/meeting/register/${number}`;
    const plan = samplePlan({registrationUrl});
    await plugin.cards.add(createPlannedCard({id: 'd'.repeat(32), plan}));
    expect(await way(ben.id, {cardId: 'd'.repeat(32)})).toEqual({kind: 'registration', url: registrationUrl});
  });
});

describe('the way in by a stream URL that lets in members alone', () => {
  const streamToken = 'A'.repeat(43);
  const lead = (userId: string) =>
    createGetBrowserWay({
      cards: plugin.cards,
      chat: world.chat,
      issueTicket: (ticket) => JSON.stringify(ticket),
      isOnCards: false,
    })({userId, into: {streamToken}});

  it('A-40 is a ticket for whoever is signed in, whatever cards offer, and gives the stream URL away to nobody', async () => {
    const url = JSON.stringify({streamDigest: streamDigest(streamToken), userId: cleo.id});
    expect(await lead(cleo.id)).toEqual({kind: 'way', url});
    expect(url).not.toContain(streamToken);
    world.chat.users.set(cleo.id, {...cleo, isDeactivated: true});
    expect(await lead(cleo.id)).toEqual({kind: 'no-access'});
  });
});
