import {beforeEach, describe, expect, it} from '@jest/globals';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createFindHosted} from '../../../../server/core/usecases/find-hosted.js';
import {createGetStartLink, type GetStartLink} from '../../../../server/core/usecases/get-start-link.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana, ben} from '../../../support/people.js';
import {channelId} from '../../../support/sample-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let getStartLink: GetStartLink;
let card: {cardId: string; number: string};
const {signal} = new AbortController();
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  getStartLink = createGetStartLink({
    findHosted: createFindHosted({cards: plugin.cards, chat: world.chat}),
    zoom: world.zoom,
    allowance: createAllowance(),
    clock: world.clock,
    logger: world.logger,
  });
  const outcome = await plugin.start(ana.id);
  if (outcome.kind !== 'started') throw new Error('Expected a start');
  card = {cardId: outcome.card.id, number: outcome.card.meeting.number};
});

describe('the start link of a meeting', () => {
  it('is for its host, fetched when it is asked for', async () => {
    expect(world.zoom.calls).not.toContain('startLink');
    const outcome = await getStartLink({...card, userId: ana.id, signal});
    expect(outcome).toMatchObject({kind: 'link', topic: 'Weekly planning'});
    expect(outcome.kind === 'link' && outcome.link.reveal()).toContain('zak=canary-zak');
  });

  it('A-33 is not for whoever was its host until Zoom gave the meeting to somebody else', async () => {
    const state = world.zoom.states.get(card.number);
    world.zoom.states.set(card.number, {...state, uuid: state?.uuid, status: 'waiting', hostId: 'zoom-ben'});
    expect(await getStartLink({...card, userId: ana.id, signal})).toEqual({kind: 'not-the-host'});
  });

  it('is stored and posted nowhere', async () => {
    await getStartLink({...card, userId: ana.id, signal});
    const left = [world.keyValue.rows(), [...world.chat.posts.values()], world.logger.lines];
    expect(JSON.stringify(left)).not.toContain('zak');
  });

  it.each([
    ['somebody else', {userId: ben.id}],
    ['another card', {cardId: 'another'}],
    ['another meeting', {number: '99999999999'}],
  ])('is not for %s, and Zoom is not asked', async (_who, changes) => {
    expect(await getStartLink({...card, userId: ana.id, signal, ...changes})).toEqual({kind: 'not-the-host'});
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it.each<[string, () => unknown]>([
    ['deactivated', () => world.chat.users.set(ana.id, {...ana, isDeactivated: true})],
    ['made a guest', () => world.chat.users.set(ana.id, {...ana, isGuest: true})],
    ['deleted', () => world.chat.users.delete(ana.id)],
    ['removed from the channel', () => world.chat.members.delete(`${channelId} ${ana.id}`)],
  ])('A-01 is not for a host who was %s meanwhile, and Zoom is not asked', async (_what, change) => {
    change();
    expect(await getStartLink({...card, userId: ana.id, signal})).toEqual({kind: 'no-access'});
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('is no more when the card has ended, and Zoom is not asked', async () => {
    const receivedAt = world.clock.now();
    await plugin.record({kind: 'ended', number: card.number, endedAt: receivedAt, receivedAt});
    expect(await getStartLink({...card, userId: ana.id, signal})).toEqual({kind: 'ended'});
    expect(world.zoom.calls).not.toContain('startLink');
  });

  it('is no more when Zoom does not know the meeting any more', async () => {
    world.zoom.states.clear();
    expect(await getStartLink({...card, userId: ana.id, signal})).toEqual({kind: 'ended'});
  });

  it('is not to be had while Zoom is in trouble, and the log says why, once', async () => {
    world.zoom.faults.set('startLink', () => zoomTrouble({kind: 'timeout'}, {endpoint: 'startLink'}));
    const outcome = await getStartLink({...card, userId: ana.id, signal});
    expect(outcome).toEqual({kind: 'zoom-trouble', problem: {kind: 'timeout'}});
    expect(world.logger.lines).toEqual([
      {
        level: 'warn',
        message: 'Zoom gave no start link',
        fields: {problem: 'timeout', endpoint: 'startLink'},
      },
    ]);
  });

  it('waits for the consent of the host in Zoom, which the log need not know', async () => {
    const gone = {kind: 'not-connected', who: 'person', because: 'revoked'} as const;
    world.zoom.faults.set('startLink', () => zoomTrouble(gone));
    expect(await getStartLink({...card, userId: ana.id, signal})).toEqual(gone);
    expect(world.logger.lines).toEqual([]);
  });

  it('S-10 is asked for ten times in a minute, side by side too, and then it is told when the next is to be had', async () => {
    const asked = Array.from({length: 30}, () => getStartLink({...card, userId: ana.id, signal}));
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(({kind}) => kind === 'link')).toHaveLength(10);
    expect(outcomes.at(-1)).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
    expect(world.zoom.calls.filter((call) => call === 'startLink')).toHaveLength(10);
    world.clock.advance(60_000);
    expect(await getStartLink({...card, userId: ana.id, signal})).toMatchObject({kind: 'link'});
  });

  it('is not to be had while nothing connects to Zoom', async () => {
    const findHosted = createFindHosted({cards: plugin.cards, chat: world.chat});
    const unconnected = createGetStartLink({
      ...{findHosted, zoom: undefined, logger: world.logger},
      ...{allowance: createAllowance(), clock: world.clock},
    });
    expect(await unconnected({...card, userId: ana.id, signal})).toMatchObject({kind: 'zoom-trouble'});
  });
});
