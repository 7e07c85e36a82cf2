import {beforeEach, describe, expect, it} from '@jest/globals';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {botShutOut, chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import type {HearOutcome} from '../../../../server/core/usecases/hear-of-meeting.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
let started: MeetingEvent<'started'>;
let ended: MeetingEvent<'ended'>;
beforeEach(async () => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
  await plugin.start(ana.id);
  const {number = '', uuid} = world.zoom.meetings[0] ?? {};
  const now = world.clock.now();
  started = {kind: 'started', number, uuid, startedAt: now + 60_000, receivedAt: now + 61_000};
  ended = {...started, kind: 'ended', endedAt: now + 120_000, receivedAt: now + 121_000};
});

const thePost = () => [...world.chat.posts.values()][0];
const SECOND = 1_000;

describe('a card whose channel the bot was removed from', () => {
  const remove = (): void => void world.chat.obstacles.set(thePost()?.id ?? '', 'unseen');
  const told = (): string[] => world.chat.directMessages.map(({userId, text}) => `${userId} ${text}`);
  const record = async (event: MeetingEvent): Promise<HearOutcome> => {
    const outcome = await plugin.record(event);
    await plugin.idle();
    return outcome;
  };

  it('is owed, and its host hears once how to let the bot in again', async () => {
    remove();
    expect([await record(started), await record(ended)]).toEqual([{kind: 'not-shown'}, {kind: 'not-shown'}]);
    expect(told()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${ana.id} The bot @zoom is no longer in the channel of “Weekly planning”.*/invite @zoom`,
        ),
      ),
    ]);
    expect([plugin.unshown().at(-1), plugin.countUnseen()]).toEqual([ended.number, 1]);
  });

  it('is told of once by all nodes together', async () => {
    remove();
    await record(started);
    const other = startPluginProcess(world);
    await other.record(ended);
    await other.idle();
    expect([told().length, other.countUnseen()]).toEqual([1, 1]);
  });

  it('shows its meeting when the bot is let in again, and forgets that it was not', async () => {
    remove();
    await record(started);
    world.chat.obstacles.clear();
    expect(await record(ended)).toEqual({kind: 'recorded'});
    expect([thePost()?.props['meeting_status'], plugin.countUnseen()]).toEqual(['ENDED', 0]);
    const [card] = (await plugin.cards.ofNumber(ended.number)).cards;
    expect(card).not.toHaveProperty('unseenSince');
  });

  it('is forgotten by a node when another one may have shown it', async () => {
    remove();
    await record(started);
    world.chat.obstacles.clear();
    const other = startPluginProcess(world);
    await other.record(ended);
    await other.idle();
    expect(plugin.countUnseen()).toBe(1);
    world.clock.advance(61 * 60 * SECOND);
    expect(plugin.countUnseen()).toBe(0);
  });

  it.each([chatUnavailable, botShutOut])(
    'tells its host later where that fails for the moment',
    async (fail) => {
      world.chat.faults.set('sendDirectMessage', () => fail('no answer'));
      remove();
      await record(started);
      world.chat.faults.clear();
      world.clock.advance(SECOND);
      await record(ended);
      expect(told()).toHaveLength(1);
    },
  );

  it('is no news again where its host may not be told', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatRefused('a deactivated account'));
    remove();
    await record(started);
    world.chat.faults.clear();
    world.clock.advance(SECOND);
    await record(ended);
    expect(told()).toEqual([]);
  });

  it('is tried all the same where its host cannot be told', async () => {
    world.chat.faults.set('sendDirectMessage', () => chatUnavailable('no answer'));
    remove();
    expect(await record(started)).toEqual({kind: 'not-shown'});
    world.chat.obstacles.clear();
    expect(await record(ended)).toEqual({kind: 'recorded'});
  });
});
