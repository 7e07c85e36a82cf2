import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Named} from '../../../../server/core/domain/events.js';
import {type AskSeldom, createAskSeldom} from '../../../../server/core/usecases/ask-seldom.js';
import {createPace} from '../../../../server/core/usecases/pace.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';

const EVERY_MS = 30_000;
const one = {number: '85512345678', uuid: 'uuid-1=='};

let clock: ManualClock;
let asked: Named[];
let background: Promise<void>[];
let ask: AskSeldom;
let answer: () => void;
beforeEach(() => {
  clock = createManualClock();
  asked = [];
  background = [];
  answer = () => undefined;
  ask = createAskSeldom({
    askZoomAbout: (hint) => {
      asked.push(hint);
      return new Promise((resolve) => (answer = () => resolve('asked')));
    },
    pace: createPace({clock, everyMs: EVERY_MS}),
    inBackground: (work) => void background.push(work),
  });
});
/** Lets go on what waits for promises alone. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('questions to Zoom about a meeting', () => {
  it('W-08 are one for five hundred replays of a webhook, at the same moment and after the answer', async () => {
    for (let index = 0; index < 250; index++) void ask(one, 'ended');
    answer();
    await settled();
    for (let index = 0; index < 250; index++) void ask(one, 'ended');
    clock.advance(EVERY_MS - 1);
    await settled();
    expect(asked).toEqual([one]);
  });

  it('come one after the other, and no more often than every half minute, where different things are told', async () => {
    void ask(one, 'started');
    void ask(one, 'ended');
    void ask({...one, uuid: 'uuid-2=='}, 'ended');
    clock.advance(EVERY_MS);
    await settled();
    expect(asked).toHaveLength(1);
    answer();
    await settled();
    expect(asked).toEqual([one, {...one, uuid: 'uuid-2=='}]);
  });

  it('of different numbers do not wait for each other', () => {
    void ask(one, 'ended');
    void ask({number: '85500000000'}, 'ended');
    expect(asked).toHaveLength(2);
  });

  it('are waited for by a stop, but not their turn', async () => {
    void ask(one, 'started');
    void ask(one, 'ended');
    expect(background).toHaveLength(1);
    answer();
    await background[0];
  });
});
