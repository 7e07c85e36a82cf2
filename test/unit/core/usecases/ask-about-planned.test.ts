import {beforeEach, describe, expect, it} from '@jest/globals';
import {type Card, cardEnd, cardState} from '../../../../server/core/domain/card.js';
import {chatUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import type {OperationCalls} from '../../../../server/core/ports/zoom/operations.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ben} from '../../../support/people.js';
import {addPlannedCard, createPlannedCard, occurrenceOf, PLANNED_AT} from '../../../support/planned-card.js';
import {startPluginProcess} from '../../../support/plugin-process.js';
import {OPENED_AT} from '../../../support/sample-card.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const {number} = createPlannedCard().meeting;
const inZoom = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
type Shown = Awaited<ReturnType<OperationCalls['getMeeting']>>;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let shown: Shown | undefined;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  shown = {
    id: number,
    host_id: 'zoom-ana',
    uuid: 'of some occurrence==',
    status: 'waiting',
    type: 2,
    topic: 'Planning of the year',
    start_time: inZoom(PLANNED_AT),
    duration: 60,
  };
  const answer = async (): Promise<Shown> => {
    if (shown === undefined) throw zoomTrouble({kind: 'refused', code: 3001});
    return shown;
  };
  Object.assign(world.zoom.operations, {
    getMeeting: answer,
    getWebinar: answer,
    getPastMeeting: async () => {
      throw zoomTrouble({kind: 'refused', code: 3001});
    },
    listPanelists: async () => ({panelists: [{name: 'Dora Lee'}, {name: 'dora@example.org'}]}),
    listPastWebinarInstances: async () => ({webinars: []}),
  } satisfies Partial<OperationCalls>);
});
const add = (changes: Partial<Card> = {}) => addPlannedCard(world, plugin.cards, changes);
const ask = async (): Promise<void> => {
  world.clock.advance(MINUTE);
  await passTimeUntil(world.clock, plugin.askZoomAbout({number}));
};
const cards = async (): Promise<readonly Card[]> => (await plugin.cards.ofNumber(number)).cards;
const only = async (): Promise<Card> => (await cards())[0] as Card;
const message = (): string => [...world.chat.posts.values()][0]?.message ?? '';
const timeIs = (at: number): void => world.clock.advance(at - world.clock.now());
const expire = async (): Promise<void> => {
  const closing = {kind: 'closed', number, cardId: (await only()).id, because: 'nobody-came'} as const;
  timeIs(PLANNED_AT + 2 * HOUR);
  await passTimeUntil(world.clock, plugin.record({...closing, receivedAt: world.clock.now()}));
};

describe('what is planned, when Zoom is asked about it', () => {
  it('is asked for by one call, which says what runs, too, and changes nothing that has not changed', async () => {
    await add();
    const before = await only();
    await ask();
    expect(world.zoom.calls).toEqual(['getMeeting']);
    expect(await only()).toEqual(before);
  });

  it('reaches the card: another topic, another time', async () => {
    await add();
    shown = {...(shown as Shown), topic: 'Review', start_time: inZoom(PLANNED_AT + HOUR)};
    await ask();
    expect(message()).toContain('announced “Review” for Nov 24, 15:00 UTC');
    expect(plugin.watched()).toEqual([number]);
  });

  it('leaves a title that was given here', async () => {
    await add({local: {title: 'Our planning'}});
    shown = {...(shown as Shown), topic: 'Review'};
    await ask();
    expect(message()).toContain('“Our planning”');
  });

  it('shows the meeting live where it runs in its time, and not where its host tries something before', async () => {
    await add();
    shown = {...(shown as Shown), uuid: 'trial==', status: 'started'};
    await ask();
    expect(cardState(await only())).toBe('waiting');
    timeIs(PLANNED_AT - HOUR);
    shown = {...shown, uuid: 'own=='};
    await ask();
    expect([cardState(await only()), (await only()).occurrence]).toEqual(['live', 'own==']);
  });

  it('is over for the card where it was deleted, and is on again where Zoom says so', async () => {
    await add();
    shown = undefined;
    await ask();
    expect(message()).toBe('“Planning of the year” was deleted in Zoom and does not take place.');
    shown = {id: number, type: 2, topic: 'Review', start_time: inZoom(PLANNED_AT)};
    await ask();
    expect(message()).toContain('announced “Review”');
    expect(plugin.watched()).toEqual([number]);
  });

  it('is deleted for the card where nothing of a series is left', async () => {
    await add({plan: {toldAt: OPENED_AT, isSeries: true, startsAt: PLANNED_AT, occurrenceId: 'two'}});
    const occurrences = [{occurrence_id: 'two', start_time: inZoom(PLANNED_AT), status: 'deleted'}];
    shown = {...(shown as Shown), type: 8, occurrences};
    await ask();
    expect(cardState(await only())).toBe('cancelled');
  });

  it('is for each card the occurrence that the card is for', async () => {
    const later = PLANNED_AT + 24 * HOUR;
    await add({plan: {toldAt: OPENED_AT, isSeries: true, startsAt: PLANNED_AT}});
    await add({id: 'later', plan: {toldAt: OPENED_AT, isSeries: true, startsAt: later}});
    const occurrences = [PLANNED_AT, later, later + 24 * HOUR].map((at) => ({start_time: inZoom(at)}));
    shown = {...(shown as Shown), type: 8, occurrences};
    await ask();
    expect((await cards()).map(({plan}) => [plan?.startsAt, plan?.nextAt])).toEqual([
      [PLANNED_AT, later],
      [later, later + 24 * HOUR],
    ]);
  });

  it('lets a card wait again to which nobody had come, unless that was one of a series', async () => {
    await add();
    await expire();
    expect(cardState(await only())).toBe('expired');
    shown = {...(shown as Shown), start_time: inZoom(PLANNED_AT + 24 * HOUR)};
    await ask();
    expect(cardState(await only())).toBe('waiting');
  });

  it('does not bring back one of a series', async () => {
    await add({plan: {toldAt: OPENED_AT, isSeries: true, startsAt: PLANNED_AT, minutes: 60}});
    await expire();
    await ask();
    expect([cardState(await only()), world.zoom.calls]).toEqual(['expired', []]);
  });

  it('names alternative hosts as they are known here, and nobody’s address', async () => {
    await add();
    shown = {...(shown as Shown), settings: {alternative_hosts: `${ben.email};nobody@example.org`}};
    await ask();
    expect((await only()).plan?.alternativeHosts).toEqual(['Ben']);
    expect(JSON.stringify([...world.chat.posts.values()])).not.toContain('example.org');
  });

  it('keeps the names that it knows while Mattermost does not answer', async () => {
    await add({plan: {toldAt: OPENED_AT, startsAt: PLANNED_AT, alternativeHosts: ['Ben']}});
    shown = {...(shown as Shown), topic: 'Review', settings: {alternative_hosts: ben.email}};
    world.chat.faults.set('userByEmail', () => chatUnavailable('down'));
    await ask();
    expect((await only()).plan).toMatchObject({topic: 'Review', alternativeHosts: ['Ben']});
  });
});

describe('a planned meeting of which no webhook tells', () => {
  it('R-02 has ended when Zoom says so, with its times', async () => {
    await add();
    const {started} = occurrenceOf('own==', 0, HOUR);
    timeIs(PLANNED_AT + MINUTE);
    await passTimeUntil(world.clock, plugin.record(started));
    timeIs(PLANNED_AT + HOUR);
    const endedAt = PLANNED_AT + 50 * MINUTE;
    world.zoom.past.set('own==', {uuid: 'own==', hostId: 'zoom-ana', startedAt: PLANNED_AT, endedAt});
    await ask();
    expect([cardState(await only()), cardEnd(await only())]).toEqual(['ended', endedAt]);
  });

  it('R-02 was held although nobody saw it, where Zoom has kept it of that time', async () => {
    await add();
    const held = (at: number) => {
      const times = {start_time: inZoom(at), end_time: inZoom(at + 5 * MINUTE)};
      world.zoom.operations.getPastMeeting = async () => ({uuid: 'own==', ...times});
    };
    held(PLANNED_AT - 5 * HOUR);
    timeIs(PLANNED_AT + 2 * HOUR);
    await ask();
    expect(cardState(await only())).toBe('waiting');
    held(PLANNED_AT);
    await ask();
    expect([cardState(await only()), cardEnd(await only())]).toEqual(['ended', PLANNED_AT + 5 * MINUTE]);
  });
});

describe('a webinar, of which Zoom does not say that it runs', () => {
  const begin = async (): Promise<void> => {
    await add({kind: 'webinar'});
    timeIs(PLANNED_AT + MINUTE);
    await passTimeUntil(world.clock, plugin.record(occurrenceOf('own==', 0, HOUR).started));
  };
  const held = (...uuids: readonly string[]) => {
    const webinars = uuids.map((uuid) => ({uuid, start_time: inZoom(PLANNED_AT)}));
    world.zoom.operations.listPastWebinarInstances = async () => ({webinars});
  };

  it('names who speaks, and no address that somebody goes by', async () => {
    await add({kind: 'webinar'});
    await ask();
    expect(world.zoom.calls).toEqual(['getWebinar', 'listPanelists']);
    expect((await only()).plan?.panelists).toEqual(['Dora Lee']);
  });

  it('is asked about without those who speak where the app may not ask for them', async () => {
    await add({kind: 'webinar', plan: {toldAt: OPENED_AT, panelists: ['Dora']}});
    world.zoom.faults.set('listPanelists', () => zoomTrouble({kind: 'forbidden'}));
    shown = {...(shown as Shown), topic: 'Review'};
    await ask();
    expect((await only()).plan).toMatchObject({topic: 'Review', panelists: ['Dora']});
  });

  it('R-02 is live until Zoom lists it among those that are over', async () => {
    await begin();
    held('another==');
    await ask();
    expect(cardState(await only())).toBe('live');
    held('another==', 'own==');
    await ask();
    expect([cardState(await only()), cardEnd(await only())]).toEqual(['ended', undefined]);
  });

  it('R-02 ends with its time where Zoom says that, too', async () => {
    await begin();
    held('own==');
    const endedAt = PLANNED_AT + HOUR;
    world.zoom.past.set('own==', {uuid: 'own==', hostId: 'zoom-ana', startedAt: PLANNED_AT, endedAt});
    await ask();
    expect(cardEnd(await only())).toBe(endedAt);
  });
});
