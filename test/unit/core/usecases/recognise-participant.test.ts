import {beforeEach, describe, expect, it} from '@jest/globals';
import type {HeardParticipant} from '../../../../server/core/domain/participant.js';
import {chatRefused, chatUnavailable, storeUnavailable} from '../../../../server/core/ports/port-error.js';
import {createRecentPeople} from '../../../../server/core/usecases/recent-people.js';
import {createRecogniseParticipant} from '../../../../server/core/usecases/recognise-participant.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben, createPerson} from '../../../support/people.js';
import {createSampleCard} from '../../../support/sample-card.js';

const DIGEST_OF_BEN = 'neTcxnJA1QabohzU3hVkmO';
const heardBen: HeardParticipant = {stayId: '1', zoomUserId: 'zoom-ben', name: 'ben 📱', address: ben.email};
const byConsent = {...heardBen, address: undefined};

let world: FakeWorld;
let consented: Map<string, string>;
beforeEach(() => {
  world = createFakeWorld();
  consented = new Map();
});

const create = ({
  trusts = false,
  inTime,
  ifUntold = 'guest',
}: {trusts?: boolean; inTime?: 'never'; ifUntold?: 'guest' | 'reject'} = {}) => {
  const recognise = createRecogniseParticipant({
    chat: world.chat,
    grants: {personOf: async (id) => consented.get(id)},
    recentPeople: createRecentPeople({clock: world.clock}),
    trustUnverifiedEmails: trusts,
    inTime: async (work, late) => (inTime === 'never' ? late() : work),
  });
  return (heard: Partial<HeardParticipant> = {}, card = createSampleCard()) =>
    recognise({...heardBen, ...heard}, [card], ifUntold);
};
const change = (changes: object): void => void world.chat.users.set(ben.id, {...ben, ...changes});

describe('somebody in a meeting', () => {
  it('is a colleague by the address that Mattermost knows of them, which is not kept', async () => {
    const participant = await create()();
    expect(participant).toEqual({
      stayId: '1',
      zoomUserId: 'zoom-ben',
      addressDigest: expect.stringMatching(/^[\w-]{22}$/),
      userId: ben.id,
      name: 'Ben',
    });
    expect(JSON.stringify(participant)).not.toContain('@');
  });

  it('has one digest, however their address is written', async () => {
    const digest = async (address: string) => (await create()({address})).addressDigest;
    expect(await digest('ben@example.org')).toBe(await digest('ben@example.org'));
    expect(await digest('ben@example.org')).toBe(DIGEST_OF_BEN);
    expect(await digest('ana@example.org')).not.toBe(DIGEST_OF_BEN);
  });

  it.each([
    ['not confirmed', {emailVerified: false}],
    ['of a bot', {isBot: true}],
    ['of somebody on another server', {isRemote: true}],
    ['of an account that is deactivated', {isDeactivated: true}],
  ])('is nobody here by an address that is %s', async (_why, changes) => {
    change(changes);
    const participant = await create()();
    expect(participant).toMatchObject({name: 'ben 📱'});
    expect(participant).not.toHaveProperty('userId');
  });

  it('is nobody here by an address that Mattermost takes for that of another', async () => {
    world.chat.userByEmail = async () => ana;
    expect(await create()()).not.toHaveProperty('userId');
  });

  it('is a colleague by an unconfirmed address where the administrator trusts those', async () => {
    change({emailVerified: false});
    expect(await create({trusts: true})()).toMatchObject({userId: ben.id});
  });

  it('may be a guest of the server', async () => {
    change({isGuest: true});
    expect(await create()()).toMatchObject({userId: ben.id});
  });

  it('is a colleague by their consent in Zoom, whatever their address', async () => {
    consented.set('zoom-ben', ben.id);
    expect(await create()(byConsent)).toMatchObject({userId: ben.id, name: 'Ben'});
    change({emailVerified: false});
    expect(await create()()).toMatchObject({userId: ben.id});
    change({isDeactivated: true});
    expect(await create()(byConsent)).not.toHaveProperty('userId');
  });

  it('is the host of the card by their id in Zoom, and Mattermost is not asked', async () => {
    expect(await create()({zoomUserId: 'zoom-ana', address: 'ana@elsewhere.example'})).toMatchObject({
      userId: ana.id,
      name: 'Ana Silva',
    });
    expect(world.chat.calls).toEqual([]);
  });

  it('without anything but a name costs no question', async () => {
    const guest = {zoomUserId: undefined, address: undefined};
    expect(await create()(guest)).toEqual({...guest, stayId: '1', name: 'ben 📱', addressDigest: undefined});
    expect(world.chat.calls).toEqual([]);
  });

  it('is asked about once within ten minutes, however many ask, and also where they are nobody here', async () => {
    const recognise = create();
    const stranger = {address: 'eve@elsewhere.example', zoomUserId: undefined};
    await Promise.all([recognise(), recognise(), recognise(stranger), recognise(stranger)]);
    await recognise();
    expect(world.chat.calls).toEqual(['userByEmail', 'userByEmail']);
    world.clock.advance(10 * 60_000);
    await recognise();
    expect(world.chat.calls).toHaveLength(3);
  });

  it('is recognised later where Mattermost or the store did not answer at first', async () => {
    const recognise = create();
    world.chat.faults.set('userByEmail', () => chatUnavailable('no answer'));
    expect(await recognise()).toMatchObject({name: 'ben 📱', addressDigest: DIGEST_OF_BEN});
    world.chat.faults.set('userByEmail', () => storeUnavailable('no answer'));
    expect(await recognise()).not.toHaveProperty('userId');
    world.chat.faults.clear();
    expect(await recognise()).toMatchObject({userId: ben.id, name: 'Ben'});
  });

  it('is nobody for now where the answer takes longer than Zoom waits', async () => {
    expect(await create({inTime: 'never'})()).toMatchObject({name: 'ben 📱'});
  });
});

describe('who was asked about of late', () => {
  it('are some thousands at most: the longest known are forgotten', async () => {
    const recent = createRecentPeople({clock: world.clock});
    const asked: string[] = [];
    const ask = (key: string) =>
      recent.recall(key, async () => {
        asked.push(key);
        return {userId: createPerson('eve').id, name: 'Eve'};
      });
    for (let index = 0; index <= 4_000; index++) await ask(String(index));
    asked.length = 0;
    await ask('1');
    await ask('0');
    expect(asked).toEqual(['0']);
  });
});

describe('somebody of whom nothing more will be heard', () => {
  it('is not taken for a guest because Mattermost does not answer, or not in time', async () => {
    await expect(create({inTime: 'never', ifUntold: 'reject'})()).rejects.toMatchObject({
      code: 'chat-unavailable',
    });
    world.chat.faults.set('userByEmail', () => chatUnavailable('no answer'));
    await expect(create({ifUntold: 'reject'})()).rejects.toMatchObject({code: 'chat-unavailable'});
  });

  it('is a guest where Mattermost refuses to say who they are', async () => {
    world.chat.faults.set('userByEmail', () => chatRefused('an odd address'));
    expect(await create({ifUntold: 'reject'})()).toMatchObject({name: 'ben 📱'});
  });
});
