import {beforeEach, describe, expect, it} from '@jest/globals';
import {chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {createHeardEvent} from '../../../support/heard-event.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';
import {ana, ben} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let number: string;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  number = world.zoom.meetings[0]?.number ?? '';
});

const fromBen = {stayId: '7', zoomUserId: 'zoom-ben', name: 'ben 📱', address: ben.email};
const fromAna = {stayId: '1', zoomUserId: 'zoom-ana', name: 'Ana'};
type Changes = Parameters<typeof createHeardEvent>[2];
const hear = (changes: Changes, process = plugin) =>
  process.hear(createHeardEvent(number, world.clock.now(), changes));
/** What was heard has settled. */
const settle = async (...processes: (typeof plugin)[]): Promise<void> => {
  world.clock.advance(3_000);
  const idle = [plugin, ...processes].map((process) => process.idle());
  await passTimeUntil(world.clock, Promise.all(idle));
};
const told = () => world.chat.directMessages.map(({userId, text}) => [userId, text]);
const BEN_WAITS = [ana.id, 'Ben is waiting for you in “Weekly planning”.'];
const A_GUEST_WAITS = [ana.id, 'A guest is waiting for you in “Weekly planning”.'];

describe('the host of a meeting', () => {
  it.each(['waitingRoom', 'forTheHost', 'meeting'] as const)(
    'is told that somebody is there without them (%s), with the button that starts it as host',
    async (where) => {
      await hear({where, who: fromBen});
      expect(told()).toEqual([]);
      await settle();
      expect(told()).toEqual([BEN_WAITS]);
      const [button] = world.chat.directMessages[0]?.attachments?.[0]?.actions ?? [];
      expect(button).toMatchObject({id: 'startAsHost', integration: {context: {values: {number}}}});
    },
  );

  it('is told of guests without their names, which may be anybody’s', async () => {
    await hear({where: 'waitingRoom', who: {name: 'The CEO'}});
    await settle();
    expect(told()).toEqual([A_GUEST_WAITS]);
  });

  it('is told once a meeting, after a restart too', async () => {
    await hear({where: 'waitingRoom', who: fromBen});
    await settle();
    await hear({where: 'waitingRoom'});
    const next = startPluginProcess(world);
    await hear({where: 'meeting', who: {stayId: '9'}}, next);
    await settle(next);
    expect(told()).toEqual([BEN_WAITS]);
  });

  it('is told once where two nodes hear of it at the same time', async () => {
    const other = startPluginProcess(world);
    await hear({where: 'waitingRoom', who: fromBen});
    await hear({where: 'waitingRoom', who: fromBen}, other);
    await settle(other);
    expect(told()).toEqual([BEN_WAITS]);
  });

  it('is not told that they are there themselves, nor of others once they are', async () => {
    await hear({who: fromAna});
    await hear({who: fromBen});
    await settle();
    expect(told()).toEqual([]);
  });

  it('is not told of those who stay when they go, nor where Zoom may have kept quiet about their coming', async () => {
    await hear({who: fromAna});
    await hear({kind: 'left', who: fromAna});
    await hear({who: fromBen});
    await settle();
    expect(told()).toEqual([]);
    const at = world.clock.now();
    world.clock.advance(10_000);
    await plugin.start(ana.id, {besides: true});
    number = world.zoom.meetings[1]?.number ?? '';
    const begun = {kind: 'started', number, startedAt: at + 10_000, receivedAt: at + 10_000} as const;
    await passTimeUntil(world.clock, plugin.record(begun));
    world.clock.advance(60_000);
    await hear({who: fromBen});
    await settle();
    expect(told()).toEqual([]);
  });

  it('is not told where their own coming was only overtaken', async () => {
    await hear({who: fromBen});
    world.clock.advance(2_000);
    await hear({who: fromAna});
    await settle();
    expect(told()).toEqual([]);
  });

  it('is not told of somebody who has given up, or when the meeting is over', async () => {
    await hear({where: 'waitingRoom', who: fromBen});
    world.clock.advance(1_000);
    await hear({kind: 'left', where: 'waitingRoom', who: fromBen});
    await settle();
    const at = world.clock.now();
    await passTimeUntil(world.clock, plugin.record({kind: 'ended', number, endedAt: at, receivedAt: at}));
    await hear({where: 'waitingRoom'});
    await settle();
    expect(told()).toEqual([]);
  });

  it.each([
    ['do not want to be', () => world.chat.setPreference(ana.id, 'arrivals', 'off')],
    ['are gone', async () => void world.chat.users.set(ana.id, {...ana, isDeactivated: true})],
  ])('is not told where they %s', async (_why, become) => {
    await become();
    await hear({where: 'waitingRoom', who: fromBen});
    await settle();
    expect(told()).toEqual([]);
  });

  it('is told by the next who comes where Mattermost did not answer, but not where it refused', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    await hear({where: 'waitingRoom', who: fromBen});
    await settle();
    world.chat.faults.set('sendDirectMessage', () => chatRefused('not in this state'));
    await hear({where: 'waitingRoom'});
    await settle();
    world.chat.faults.clear();
    await hear({where: 'waitingRoom', who: {stayId: '9'}});
    await settle();
    expect(told()).toEqual([]);
    expect(world.logger.lines.map(({message}) => message)).toEqual([
      'The host was not told that somebody has come to their meeting',
      'The host was not told that somebody has come to their meeting',
    ]);
  });
});
