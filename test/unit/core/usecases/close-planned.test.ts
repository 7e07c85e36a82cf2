import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardState} from '../../../../server/core/domain/card.js';
import {zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createAllowance} from '../../../../server/core/usecases/allowance.js';
import {createCancelMeeting} from '../../../../server/core/usecases/cancel-meeting.js';
import {createEndMeeting} from '../../../../server/core/usecases/end-meeting.js';
import {createFindHosted} from '../../../../server/core/usecases/find-hosted.js';
import {createFindOpenCardsAt} from '../../../../server/core/usecases/find-open-cards-at.js';
import {createGetStartLink} from '../../../../server/core/usecases/get-start-link.js';
import {createOpenCards} from '../../../../server/outbound/store/open-cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana} from '../../../support/people.js';
import {addPlannedCard, createPlannedCard, occurrenceOf, PLANNED_AT} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {channelId} from '../../../support/sample-card.js';

const {number} = createPlannedCard().meeting;
const signal = new AbortController().signal;
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});
const deps = () => ({
  ...world,
  cards: plugin.cards,
  allowance: createAllowance(),
  audit: (record: FakeWorld['audits'][number]) => void world.audits.push(record),
  record: plugin.record,
  askZoomAbout: plugin.askZoomAbout,
  findHosted: createFindHosted({...world, cards: plugin.cards}),
});
const only = async (): Promise<Card> => (await plugin.cards.ofNumber(number)).cards[0] as Card;
const named = async () => ({userId: ana.id, cardId: (await only()).id, number, signal});
const begin = async (): Promise<void> => {
  world.clock.advance(PLANNED_AT + 60_000 - world.clock.now());
  await passTimeUntil(world.clock, plugin.record(occurrenceOf('own==', 0, 60_000).started));
};
const end = async () => passTimeUntil(world.clock, createEndMeeting(deps())(await named()));

describe('a card of what is planned', () => {
  it('is taken back by its host, and nothing is deleted in Zoom', async () => {
    await addPlannedCard(world, plugin.cards);
    const outcome = await passTimeUntil(world.clock, createCancelMeeting(deps())(await named()));
    expect(outcome).toEqual({kind: 'done', topic: 'Planning of the year', inZoom: 'planned'});
    expect([cardState(await only()), world.zoom.calls, world.audits]).toEqual(['cancelled', [], []]);
  });

  it('is not taken back once it runs', async () => {
    await addPlannedCard(world, plugin.cards);
    await begin();
    expect(await createCancelMeeting(deps())(await named())).toEqual({kind: 'has-begun'});
  });

  it('ends its own occurrence alone', async () => {
    await addPlannedCard(world, plugin.cards);
    await begin();
    world.zoom.states.set(number, {uuid: 'private==', hostId: 'zoom-ana', status: 'started'});
    const answer = {id: number, uuid: 'private==', status: 'started', type: 2};
    world.zoom.operations.getMeeting = async () => answer;
    await end();
    expect(world.zoom.calls).not.toContain('endMeeting');
  });

  it('is found in its channel by its number, and without it as soon as it runs', async () => {
    await addPlannedCard(world, plugin.cards);
    const openCards = createOpenCards({...world, inBackground: () => undefined});
    const find = createFindOpenCardsAt({...plugin, openCards});
    const place = {channelId, rootId: ''};
    openCards.see(await only());
    expect([await find(place), (await find(place, number)).length]).toEqual([[], 1]);
    expect(await find({...place, channelId: 'another'}, number)).toEqual([]);
    await begin();
    openCards.see(await only());
    expect((await find(place)).map(({id}) => id)).toEqual([(await only()).id]);
  });
});

describe('a webinar', () => {
  it('is ended in Zoom where it runs, as Zoom does not say whether it does', async () => {
    await addPlannedCard(world, plugin.cards, {kind: 'webinar'});
    await begin();
    expect(await end()).toEqual({kind: 'done', topic: 'Planning of the year'});
    expect([cardState(await only()), world.zoom.calls]).toEqual(['ended', ['endWebinar']]);
  });

  it('says that it is a webinar where the app may not end it', async () => {
    await addPlannedCard(world, plugin.cards, {kind: 'webinar'});
    await begin();
    world.zoom.faults.set('endWebinar', () => zoomTrouble({kind: 'missing-scope', scopes: []}));
    expect(await end()).toMatchObject({kind: 'zoom-trouble', isWebinar: true});
  });

  it('is started as its host by a link that Zoom makes for webinars', async () => {
    await addPlannedCard(world, plugin.cards, {kind: 'webinar'});
    const outcome = await createGetStartLink(deps())(await named());
    expect([outcome.kind, world.zoom.calls]).toEqual(['link', ['webinarStartLink']]);
  });
});
