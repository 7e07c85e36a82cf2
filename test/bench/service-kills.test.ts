import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {countHarm, type Outcome} from '../../bench/kills/count-harm.js';
import {runKills} from '../../bench/kills/run-kills.js';
import {canFillDisk, fullDisk, restartOfMattermost} from '../../bench/kills/troubles.js';
import {createSequence} from '../../bench/load/create-sequence.js';
import {startServiceHost} from '../support/service-host.js';
import {shared} from '../support/shared/shared.js';

const KILLS = 3;
const NO_HARM = {eventsLost: 0, postsDoubled: 0, startsUntold: 0};

describe('Kills of the service', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    const script = await shared('service');
    const sequence = createSequence(7);
    const chance = (): number => sequence() / 2 ** 32;
    outcome = await runKills({
      start: startServiceHost({script, newStore: async (folder) => `sqlite:${join(folder, 'store.db')}`}),
      nodes: 1,
      kills: KILLS,
      troubles: (host, fleet) => [
        restartOfMattermost(host, chance),
        ...(canFillDisk() ? [fullDisk(fleet.pids)] : []),
      ],
      chance,
    });
  }, 180_000);

  it('do no harm, while people start meetings and Zoom tells of them', () => {
    expect(outcome.starts).toHaveLength((KILLS + 1) * 4);
    expect(outcome.created.length).toBeGreaterThan(0);
    expect(outcome.acknowledged).toHaveLength(outcome.created.length * 2);
    expect(countHarm(outcome)).toEqual(NO_HARM);
  });

  /** A card on record, and the start that it is of. */
  const carded = () => {
    const card = outcome.posts.find(({type}) => type === 'custom_zoom');
    const start = outcome.starts.find(({channelId}) => channelId === card?.channel_id);
    if (card === undefined || start === undefined) throw new Error('Nothing was started');
    return {card, start, others: outcome.posts.filter((post) => post !== card)};
  };

  it('would count each event that was acknowledged and is not shown', () => {
    const {card, others} = carded();
    const inState = (state: string) => ({...card, props: {...card.props, zoom_card: {state}}});
    const eventsLost = (state: string): number =>
      countHarm({...outcome, posts: [...others, inState(state)]}).eventsLost;
    expect(['waiting', 'live', 'ended'].map(eventsLost)).toEqual([2, 1, 0]);
  });

  it('would count a second card in a channel, and a message that somebody gets again', () => {
    const {card} = carded();
    const message = {...card, id: 'other', type: '', message: 'Your start was interrupted'};
    const posts = [...outcome.posts, {...card, id: 'second'}, message, {...message, id: 'again'}];
    expect(countHarm({...outcome, posts})).toEqual({...NO_HARM, postsDoubled: 2});
  });

  it('would count a start that left neither a card nor a word', () => {
    const {start, others} = carded();
    const untold = (answer: 'told' | 'silent' | 'failed', created: readonly string[]): number => {
      const starts = outcome.starts.map((each) => (each === start ? {...start, answer} : each));
      const spokenTo = outcome.spokenTo.filter((userId) => userId !== start.userId);
      return countHarm({...outcome, posts: others, starts, spokenTo, created}).startsUntold;
    };
    expect([
      untold('silent', []),
      untold('failed', [start.topic]),
      untold('failed', []),
      untold('told', [start.topic]),
    ]).toEqual([1, 1, 0, 0]);
  });
});
