import {describe, expect, it} from '@jest/globals';
import {type Acknowledged, countHarm, type Outcome} from '../../bench/kills/count-harm.js';
import {openRound} from '../../bench/kills/open-round.js';
import type {HostPost} from '../support/plugin-host.js';

const START = {userId: 'ana', channelId: 'town', topic: 'Kill 0', answer: 'silent'} as const;
const joined = (people: number): Acknowledged => ({
  event: 'meeting.participant_joined',
  topic: START.topic,
  people,
});
const outcomeWith = (people_count: number, acknowledged: readonly Acknowledged[]): Outcome => ({
  starts: [START],
  acknowledged,
  created: [START.topic],
  posts: [
    {
      type: 'custom_zoom',
      channel_id: 'town',
      props: {zoom_card: {state: 'ended', people_count}},
    } as unknown as HostPost,
  ],
  spokenTo: [],
});

describe('What kills have done to people on cards', () => {
  it('is counted for each who was acknowledged and whom the card does not tell of', () => {
    const lostOf = (count: number): number =>
      countHarm(outcomeWith(count, [joined(1), joined(2)])).eventsLost;
    expect([0, 1, 2].map(lostOf)).toEqual([2, 1, 0]);
  });
});

describe('The meetings that one kill interrupts', () => {
  const isRipe = async (ripe: Promise<void>): Promise<boolean> =>
    Promise.race([
      ripe.then(() => true),
      new Promise<false>((resolve) => setImmediate(() => resolve(false))),
    ]);

  it('are interrupted once as much is done as was to be done before', async () => {
    const round = openRound(3);
    round.done(2);
    expect(await isRipe(round.ripe)).toBe(false);
    round.done(1);
    expect(await isRipe(round.ripe)).toBe(true);
  });

  it('may be interrupted before anything is done', async () => {
    expect(await isRipe(openRound(0).ripe)).toBe(true);
  });
});
