import {beforeEach, describe, expect, it} from '@jest/globals';
import {storeUnavailable, zoomTrouble} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {type ShownMeeting, shownMeeting} from '../../../support/plan-in-zoom.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const HOUR_MS = 60 * 60_000;

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let asked: object[];
/** Zoom has these, a page each, whichever list is asked for. */
function listed(...pages: readonly ShownMeeting[][]): void {
  const answer = (input: {next_page_token?: string | undefined}) => {
    asked.push(input);
    const index = Number(input.next_page_token ?? 0);
    const next = index + 1 < pages.length ? String(index + 1) : undefined;
    return {page: pages[index] ?? [], next};
  };
  world.zoom.operations.listMeetings = async (input) => {
    const {page, next} = answer(input);
    return {meetings: page, next_page_token: next};
  };
  world.zoom.operations.listWebinars = async (input) => {
    const {page, next} = answer(input);
    return {webinars: page, next_page_token: next};
  };
}
const one = (id: string, inHours: number | undefined, changes: Partial<ShownMeeting> = {}): ShownMeeting =>
  shownMeeting({
    id,
    start_time:
      inHours === undefined
        ? undefined
        : new Date(world.clock.now() + inHours * HOUR_MS).toISOString().replace(/\.\d+/, ''),
    ...changes,
  });
const numbersOf = async (how: Parameters<typeof plugin.list>[0] = {}): Promise<string[]> => {
  const outcome = await plugin.list(how);
  if (outcome.kind !== 'listed') throw new Error(outcome.kind);
  return outcome.items.map(({number}) => number);
};
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  asked = [];
});

describe('what somebody can bring here', () => {
  it('is asked of Zoom as them, and sorted by when it begins', async () => {
    listed([one('81200000003', undefined, {type: 3}), one('81200000002', 2), one('81200000001', 1)]);
    expect(await plugin.list()).toEqual({
      kind: 'listed',
      next: undefined,
      items: [
        {
          kind: 'meeting',
          number: '81200000001',
          topic: 'Quarterly review',
          startsAt: world.clock.now() + HOUR_MS,
          minutes: 60,
          isSeries: false,
          overlaps: false,
        },
        expect.objectContaining({number: '81200000002', overlaps: false}),
        expect.objectContaining({number: '81200000003', startsAt: undefined, isSeries: true}),
      ],
    });
    expect(asked).toEqual([{userId: 'me', page_size: 100, type: 'upcoming'}]);
    expect(world.zoom.subjects.at(-1)).toEqual({kind: 'host', userId: ana.id, zoomUserId: 'zoom-ana'});
  });

  it('leaves out what others host, what was started at once, and personal rooms', async () => {
    listed([
      one('81200000001', 1, {host_id: 'zoom-ben'}),
      one('81200000002', 1, {type: 1}),
      one('81200000003', 1, {join_url: 'https://zoom.us/j/1234567890?pwd=abc'}),
      one('81200000004', 1, {type: 4}),
      one('81200000005', 1),
    ]);
    expect(await numbersOf()).toEqual(['81200000005']);
  });

  it('names a series once, by its next time', async () => {
    listed([
      one('81200000001', 49, {type: 8}),
      one('81200000001', 1, {type: 8}),
      one('81200000001', 25, {type: 8}),
    ]);
    expect(await plugin.list()).toMatchObject({
      items: [
        {number: '81200000001', startsAt: world.clock.now() + HOUR_MS, isSeries: true, overlaps: false},
      ],
    });
  });

  it('says which are planned for the same time', async () => {
    listed([
      one('81200000001', 1),
      one('81200000002', 1.5),
      one('81200000003', 2.5),
      one('81200000004', 5, {duration: undefined}),
      one('81200000005', 5, {duration: undefined}),
    ]);
    const outcome = await plugin.list();
    expect(outcome.kind === 'listed' && outcome.items.map(({overlaps}) => overlaps)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('is of webinars what is to come, or what is over with the newest first', async () => {
    const webinar = {type: 5};
    listed([
      one('91200000001', -50, webinar),
      one('91200000002', -2, webinar),
      one('91200000003', 3, webinar),
    ]);
    expect(await numbersOf({kind: 'webinar', when: 'past'})).toEqual(['91200000002', '91200000001']);
    expect(asked).toMatchObject([{type: 'scheduled'}]);
    await plugin.list({kind: 'webinar'});
    expect(asked).toMatchObject([{}, {type: 'upcoming'}]);
  });

  it('goes on where a page ended, and past pages of which nothing can be shown', async () => {
    const others = one('81200000009', 1, {host_id: 'zoom-ben'});
    listed([one('81200000001', 1)], [others], [one('81200000002', 2)]);
    expect(await plugin.list()).toMatchObject({items: [{number: '81200000001'}], next: '1'});
    expect(await plugin.list({page: '1'})).toMatchObject({items: [{number: '81200000002'}], next: undefined});
  });

  it('gives up after five such pages, and says where to go on', async () => {
    const others = one('81200000009', 1, {host_id: 'zoom-ben'});
    listed(...Array.from({length: 8}, () => [others]));
    expect(await plugin.list()).toMatchObject({items: [], next: '5'});
    expect(asked).toHaveLength(5);
  });

  it.each<[string, object, () => void]>([
    [
      'guests',
      {kind: 'refused', reason: 'guest'},
      () => void world.chat.users.set(ana.id, {...ana, isGuest: true}),
    ],
    [
      'bots',
      {kind: 'refused', reason: 'bot'},
      () => void world.chat.users.set(ana.id, {...ana, isBot: true}),
    ],
    [
      'people whose address is not confirmed',
      {kind: 'email-unconfirmed'},
      () => void world.chat.users.set(ana.id, {...ana, emailVerified: false}),
    ],
    ['people who are gone', {kind: 'no-access'}, () => void world.chat.users.delete(ana.id)],
  ])('A-20 is not for %s, of whom Zoom is asked nothing', async (_who, outcome, change) => {
    change();
    listed([one('81200000001', 1)]);
    expect(await plugin.list()).toMatchObject(outcome);
    expect(world.zoom.calls).toEqual([]);
  });

  it('is not for people whom Zoom does not know, about whom it is asked once in half a minute', async () => {
    world.zoom.users.delete(ana.email);
    expect(await plugin.list()).toMatchObject({kind: 'not-in-zoom'});
    expect(await plugin.list()).toMatchObject({kind: 'not-in-zoom'});
    expect(world.zoom.calls).toEqual(['findUser']);
  });

  it('R-20 is told of where Zoom fails', async () => {
    world.zoom.faults.set('listMeetings', () =>
      zoomTrouble({kind: 'rate-limited', per: 'second', resumesAt: undefined}),
    );
    expect(await plugin.list()).toMatchObject({kind: 'zoom-trouble', problem: {kind: 'rate-limited'}});
    world.zoom.faults.set('findUser', () => storeUnavailable('down'));
    expect(await plugin.list()).toEqual({kind: 'store-unavailable'});
  });

  it('is asked for sixty times a minute at most', async () => {
    listed([]);
    for (let times = 0; times < 60; times += 1) expect(await plugin.list()).toMatchObject({kind: 'listed'});
    expect(await plugin.list()).toEqual({kind: 'too-many', nextAt: world.clock.now() + 60_000});
  });

  it('waits until Zoom is set up', async () => {
    expect(await startPluginProcess({...world, zoom: undefined}).list()).toEqual({kind: 'not-configured'});
  });
});
