import {beforeEach, describe, expect, it} from '@jest/globals';
import {storeUnavailable} from '../../../../server/core/ports/port-error.js';
import type {Showing} from '../../../../server/core/usecases/show-cards.js';
import {createShowSoon, type ShowSoon} from '../../../../server/core/usecases/show-soon.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createRecordingLogger} from '../../../support/recording-logger.js';

const NUMBER = '85512345678';

let clock: ManualClock;
let shown: {number: string; answer: (outcome: Showing) => void; fail: (error: Error) => void}[];
let unshown: string[];
let background: Promise<void>[];
let showSoon: ShowSoon;
beforeEach(() => {
  clock = createManualClock();
  [shown, unshown, background] = [[], [], []];
  showSoon = createShowSoon({
    showLagging: (number) =>
      new Promise((answer, fail) => {
        shown.push({number, answer, fail});
      }),
    clock,
    logger: createRecordingLogger(),
    inBackground: (work) => void background.push(work),
    leftUnshown: (number) => void unshown.push(number),
  });
});
const answer = async (outcome: Showing): Promise<void> => {
  shown.at(-1)?.answer(outcome);
  await new Promise((resolve) => setImmediate(resolve));
};

describe('what people do in a meeting', () => {
  it('is shown at once where somebody came, beside whoever tells it', () => {
    showSoon(NUMBER, 'now');
    expect([shown.length, background.length]).toEqual([1, 1]);
  });

  it('is shown two seconds later where somebody went, and a stop does not wait for that', () => {
    showSoon(NUMBER, 'after-a-while');
    clock.advance(1_999);
    expect([shown.length, background.length]).toEqual([0, 0]);
    clock.advance(1);
    expect([shown.length, background.length]).toEqual([1, 1]);
  });

  it('does not flicker: who comes within these two seconds is shown at their end', () => {
    showSoon(NUMBER, 'after-a-while');
    showSoon(NUMBER, 'now');
    showSoon('99999999999', 'now');
    expect(shown.map(({number}) => number)).toEqual(['99999999999']);
    clock.advance(2_000);
    expect(shown.map(({number}) => number)).toEqual(['99999999999', NUMBER]);
  });

  it('is shown once more, and only once, where much happens while it is shown', async () => {
    for (let count = 0; count < 100; count++) showSoon(NUMBER, 'now');
    expect(shown).toHaveLength(1);
    await answer('shown');
    expect(shown).toHaveLength(2);
    await answer('shown');
    expect([shown.length, background.length, unshown]).toEqual([2, 1, []]);
    showSoon(NUMBER, 'now');
    expect(shown).toHaveLength(3);
  });

  it('is left to a job where Mattermost or the store does not take it', async () => {
    showSoon(NUMBER, 'now');
    await answer('refused');
    showSoon(NUMBER, 'now');
    shown.at(-1)?.fail(storeUnavailable('no answer'));
    await Promise.all(background);
    expect(unshown).toEqual([NUMBER, NUMBER]);
  });
});
