import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Job} from '../../../../server/core/ports/jobs.js';
import {botShutOut, chatRefused, chatUnavailable} from '../../../../server/core/ports/port-error.js';
import {showCardsJob} from '../../../../server/inbound/jobs/show-cards.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {startPluginProcess} from '../../../support/plugin-process.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let world: FakeWorld;
let plugin: ReturnType<typeof startPluginProcess>;
beforeEach(() => {
  world = createFakeWorld();
  plugin = startPluginProcess(world);
});
const run = (job: Partial<Job> = {}) => {
  world.clock.advance(10_000);
  const now = world.clock.now();
  const due = {about: number(), since: now - 10_000, dueAt: now, tries: 0};
  return showCardsJob({...plugin, clock: world.clock}).run({...due, ...job}, new AbortController().signal);
};
const number = (): string => world.zoom.meetings[0]?.number ?? '';
const status = (): unknown => [...world.chat.posts.values()][0]?.props['meeting_status'];

describe('a post that Mattermost did not take', () => {
  const NOT_NOW = {
    'Mattermost is down': () => world.chat.faults.set('rewritePost', () => chatUnavailable('down')),
    'the bot is disabled': () => world.chat.faults.set('rewritePost', () => botShutOut('disabled')),
    'the bot was removed from the channel': () => {
      for (const id of world.chat.posts.keys()) world.chat.obstacles.set(id, 'unseen');
    },
    'the channel is archived': () => world.chat.faults.set('rewritePost', () => chatRefused('archived')),
  };
  const daysAgo = (days: number) => ({since: world.clock.now() - days * 24 * HOUR});
  const endWhile = async (what: keyof typeof NOT_NOW): Promise<void> => {
    await plugin.start(ana.id);
    NOT_NOW[what]();
    await plugin.record({kind: 'ended', number: number(), endedAt: world.clock.now(), receivedAt: 0});
  };
  const all = Object.keys(NOT_NOW) as (keyof typeof NOT_NOW)[];

  it.each(all)('because %s is put off, and shows the end once that is over', async (what) => {
    await endWhile(what);
    expect(plugin.unshown()).toEqual([number()]);
    expect(await run()).toEqual({again: 30_000});
    expect(await run(daysAgo(29))).toEqual({again: 30_000});
    world.chat.faults.clear();
    world.chat.obstacles.clear();
    expect(await run(daysAgo(29))).toBe('done');
    expect(status()).toBe('ENDED');
  });

  it.each([
    ['Mattermost is down', 5 * MINUTE],
    ['the bot is disabled', 5 * MINUTE],
    ['the bot was removed from the channel', 5 * MINUTE],
    ['the channel is archived', HOUR],
  ] as const)('because %s is tried every %i ms at least', async (what, pause) => {
    await endWhile(what);
    expect(await run({tries: 3})).toEqual({again: Math.min(pause, 4 * MINUTE)});
    expect(await run({tries: 40})).toEqual({again: pause});
  });

  it('is given up after a month, which is no fault where a channel stays archived', async () => {
    await endWhile('the channel is archived');
    expect(await run(daysAgo(31))).toBe('done');
    NOT_NOW['the bot is disabled']();
    expect(await run(daysAgo(31))).toEqual({
      failed: 'Mattermost did not take the post for a month',
    });
  });
});
