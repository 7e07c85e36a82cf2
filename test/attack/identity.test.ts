import {afterAll, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import {onEachHost} from '../support/on-each-host.js';
import type {HttpResponse, Seed} from '../support/plugin-host.js';
import {buttonOf, type Integration, pressAndRead, pressButton} from '../support/press-button.js';
import {createWorld, type Place, type World} from '../support/world.js';

/**
 * What somebody was given while they might: a button, a ticket. Forged commands are in feature/service-identity, paired
 * browsers in feature/service-pairing, forged buttons in feature/start-as-host.
 */
onEachHost('What somebody was given earlier', ({start, pluginDir, capabilities}) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({start, pluginDir: pluginDir(), subscribe: false});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world = await world.anew();
  });

  /** What may become of a person; who is deactivated has no session any more. */
  const CHANGES: readonly (readonly [string, (place: Place) => Seed])[] = [
    [
      'left the channel',
      ({userId, channelId}) => ({members: [{channel_id: channelId, user_id: userId, left: true}]}),
    ],
    ['became a guest', ({userId}) => ({users: [{id: userId, roles: 'system_guest'}]})],
    ...(capabilities.sessions
      ? []
      : [['was deactivated', ({userId}: Place): Seed => ({users: [{id: userId, delete_at: 1}]})] as const]),
  ];
  const effects = async (channelId: string): Promise<readonly number[]> => [
    world.zoom.requests.length,
    (await world.cards(channelId)).length,
  ];
  const press = (integration: Integration, place: Place): Promise<HttpResponse> =>
    pressButton(world, integration, place);

  /** The two buttons that start a meeting, and whose they are. */
  const BUTTONS: Readonly<Record<'startAnother' | 'tryAgain', () => Promise<[Integration, Place]>>> = {
    async startAnother() {
      const place = {userId: world.ben, channelId: world.channelId};
      await world.type('/zoom start');
      return [buttonOf(await world.type('/zoom start', place), 'startAnother').integration, place];
    },
    async tryAgain() {
      const place = await world.newcomer();
      const {userId: id} = place;
      await world.host.seed({users: [{id, email: `unknown.${id}@example.com`}]});
      const {integration} = buttonOf(await world.type('/zoom start', place), 'tryAgain');
      // Zoom knows another address of theirs: what it said about the first is remembered for a while.
      world.zoom.addUser({email: `known.${id}@example.com`});
      await world.host.seed({users: [{id, email: `known.${id}@example.com`}]});
      return [integration, place];
    },
  };

  describe.each(['startAnother', 'tryAgain'] as const)('as the button %s', (name) => {
    it('starts a meeting for who may still start one', async () => {
      const [integration, place] = await BUTTONS[name]();
      const [, before = 0] = await effects(place.channelId);
      await press(integration, place);
      expect((await effects(place.channelId))[1]).toBe(before + 1);
    });

    it.each(CHANGES)('A-01 starts nothing for who %s', async (_what, change) => {
      const [integration, place] = await BUTTONS[name]();
      await world.host.seed(change(place));
      const before = await effects(place.channelId);
      await press(integration, place);
      expect(await effects(place.channelId)).toEqual(before);
    });
  });

  it.each(CHANGES)(
    'A-01 yields no host link by the button of an answer for who %s',
    async (_what, change) => {
      const place = await world.newcomer();
      const {integration} = buttonOf(await world.type('/zoom start', place), 'startAsHost');
      await world.host.seed(change(place));
      const before = [world.zoom.requests.length, (await world.host.posts()).length];
      const answer = await press(integration, place);
      const shown = JSON.stringify(await world.host.ephemeralPosts());
      expect(`${answer.body.toString()} ${shown}`).not.toMatch(/zak=|ticket=/);
      const told = (await world.host.posts()).slice(before[1]).map(({message}) => message);
      expect([world.zoom.requests.length, told.join()]).toEqual([
        before[0],
        expect.not.stringMatching(/ticket=/),
      ]);
    },
  );

  if (!capabilities.sessions) {
    /** The way in for the host of a meeting, as the bot has sent it. */
    const ticketOf = async (place: Place): Promise<string> => {
      const reply = await world.type('/zoom start', place);
      await pressAndRead(world, reply, 'startAsHost', {userId: place.userId});
      const told = (await world.host.posts()).findLast(({message}) => message.includes('/host?ticket='));
      return /\((http\S+)\)/.exec(told?.message ?? '')?.[1] ?? '';
    };
    const enter = (address: string): Promise<Response> =>
      fetch(address, {method: 'POST', redirect: 'manual'});

    it.each(CHANGES)('A-01 opens nothing by a ticket of a person who %s', async (_what, change) => {
      const place = await world.newcomer();
      const address = await ticketOf(place);
      await world.host.seed(change(place));
      const before = world.zoom.requests.length;
      const answers = [await fetch(address), await enter(address)];
      expect(answers.map(({status}) => status)).toEqual([403, 403]);
      expect(world.zoom.requests.length).toBe(before);
    });

    it('A-03 lets one in by a ticket, however many come with it at once', async () => {
      const address = await ticketOf(await world.newcomer());
      const answers = await Promise.all(Array.from({length: 8}, () => enter(address)));
      expect(answers.map(({status}) => status).sort()).toEqual([303, ...Array<number>(7).fill(410)]);
    });

    it('A-03 takes no ticket that was changed, doubled or cut, and shows nothing of it', async () => {
      const address = await ticketOf(await world.newcomer());
      const ticket = new URL(address).searchParams.get('ticket') ?? '';
      const [facts = '', signature = ''] = ticket.split('.');
      const others = Buffer.from(facts, 'base64url')
        .toString()
        .replace(/"\d{9,}"/, '"99999999999"');
      const forged = [
        '',
        facts,
        `${facts}.`,
        `${facts}.${signature}.${signature}`,
        `${Buffer.from(others).toString('base64url')}.${signature}`,
        `${ticket}&ticket=${ticket}`,
        '<script>alert(1)</script>',
      ];
      const before = world.zoom.requests.length;
      for (const given of forged) {
        const answer = await enter(`${address.split('?')[0]}?ticket=${given}`);
        expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('<script')]);
      }
      expect(world.zoom.requests.length).toBe(before);
    });
  }
});
