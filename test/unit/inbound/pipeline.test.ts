import {beforeEach, describe, expect, it} from '@jest/globals';
import {storeUnavailable} from '../../../server/core/ports/port-error.js';
import {describePipeline} from '../../../server/inbound/describe-pipeline.js';
import {createReadPipeline, type Pipeline} from '../../../server/inbound/read-pipeline.js';
import {createRecentWebhooks} from '../../../server/inbound/webhooks/recent-webhooks.js';
import {texts} from '../../../server/messages/texts.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';

const MINUTE = 60_000;
const idle: Pipeline = {webhooks: {total: 0, late: 0}, due: {count: 0, lateBy: 0}, dead: []};
const linesOf = (pipeline: Partial<Pipeline>): string[] =>
  describePipeline(texts('en'), {...idle, ...pipeline})
    .split('\n')
    .slice(1);

let clock: ManualClock;
beforeEach(() => {
  clock = createManualClock();
});

describe('the webhooks of the last hour', () => {
  it('are counted with those that came late, and forgotten an hour later', () => {
    const recent = createRecentWebhooks({clock});
    recent.note(false);
    clock.advance(30 * MINUTE);
    recent.note(true);
    recent.note(false);
    expect(recent.lastHour()).toEqual({total: 3, late: 1});
    clock.advance(35 * MINUTE);
    expect(recent.lastHour()).toEqual({total: 2, late: 1});
    clock.advance(60 * MINUTE);
    expect(recent.lastHour()).toEqual({total: 0, late: 0});
  });
});

describe('what doctor says of the work behind the cards', () => {
  it('is that nothing waits, where nothing does', () => {
    expect(linesOf({})).toEqual([
      '- No event of Zoom’s has come to this node within the last hour.',
      '- No work is due.',
    ]);
  });

  it('is how much came late, how long work waits, and what was given up last', () => {
    const dead = [
      {kind: 'ask-zoom', about: '85512345678', reason: 'Error: *no* @all', at: clock.now()},
      {kind: 'show-cards', about: '85512345679', reason: 'older', at: 0},
    ];
    const lines = linesOf({webhooks: {total: 40, late: 3}, due: {count: 12, lateBy: 5.5 * MINUTE}, dead});
    expect(lines[0]).toContain(
      '40 events of Zoom’s have come to this node within the last hour. 3 of them came late, so Zoom was asked instead.',
    );
    expect(lines[1]).toBe('- 12 pieces of work are due. The oldest has waited for 5 minutes.');
    expect(lines[2]).toContain('2 pieces of work were given up, last `ask-zoom`');
    expect(lines[2]).not.toMatch(/ \*no\*|85512345678/);
  });

  it('R-05 is what is known, while the store is away', async () => {
    const away = (): Promise<never> => Promise.reject(storeUnavailable('no answer'));
    const recentWebhooks = createRecentWebhooks({clock});
    const read = createReadPipeline({recentWebhooks, jobs: {due: away, dead: away}, clock});
    expect(await read()).toEqual({webhooks: {total: 0, late: 0}, due: undefined, dead: undefined});
    expect(linesOf(await read())[1]).toBe('- What work is due could not be read. Try again in a minute.');
  });

  it('comes from the jobs that lie in the store', async () => {
    const oldestAt = clock.now() - 2 * MINUTE;
    const jobs = {due: async () => ({count: 4, oldestAt}), dead: async () => []};
    const read = createReadPipeline({recentWebhooks: createRecentWebhooks({clock}), jobs, clock});
    expect((await read()).due).toEqual({count: 4, lateBy: 2 * MINUTE});
  });
});
