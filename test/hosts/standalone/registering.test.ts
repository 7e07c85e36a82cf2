import {beforeEach, describe, expect, it} from '@jest/globals';
import type {CommandDefinition} from '../../../server/core/ports/host.js';
import type {Metrics} from '../../../server/core/ports/metrics.js';
import {createMetrics} from '../../../server/hosts/metrics/create-metrics.js';
import {createRegistering, type Registering} from '../../../server/hosts/standalone/registering.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

const DEFINITION = {trigger: 'zoom'} as CommandDefinition;
const FIVE_MINUTES = 5 * 60_000;

let clock: ManualClock;
let logger: RecordingLogger;
let metrics: Metrics;
/** The teams that were tried, `all` for every team. */
let tried: string[];
/** What trying comes to. */
let outcome: () => Promise<void>;
let atWork: number;
let mostAtWork: number;
let registering: Registering;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  metrics = createMetrics('service');
  tried = [];
  outcome = () => Promise.resolve();
  [atWork, mostAtWork] = [0, 0];
  registering = createRegistering({
    clock,
    logger,
    metrics,
    commands: {
      isIn: (teamId) => teamId !== 'foreign',
      without: () => [],
      async keep(_definition, teamId = 'all') {
        tried.push(teamId);
        atWork += 1;
        mostAtWork = Math.max(mostAtWork, atWork);
        return outcome().finally(() => void (atWork -= 1));
      },
    },
  });
});
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('The command of a service', () => {
  it('is registered in every team, and looked at every five minutes from then on, whatever came of it', async () => {
    await registering.register(DEFINITION);
    expect([tried, clock.nextIn()]).toEqual([['all'], FIVE_MINUTES]);
    outcome = () => Promise.reject(new Error('no answer'));
    clock.advance(FIVE_MINUTES);
    await settled();
    outcome = () => Promise.resolve();
    clock.advance(FIVE_MINUTES);
    await settled();
    expect([tried, clock.nextIn()]).toEqual([['all', 'all', 'all'], FIVE_MINUTES]);
    expect(logger.lines).toMatchObject([{level: 'error', fields: {error: 'Error: no answer'}}]);
  });

  it('is looked at by one timer, however often the service says anew what it is', async () => {
    await registering.register(DEFINITION);
    clock.advance(FIVE_MINUTES - 1);
    await registering.register(DEFINITION);
    clock.advance(FIVE_MINUTES - 1);
    await settled();
    expect([tried, clock.nextIn()]).toEqual([['all', 'all'], 1]);
  });

  it('whose token nobody knows is looked at before that, in teams of the bot, once in ten seconds', async () => {
    await registering.register(DEFINITION);
    expect(await registering.tokenUnknown('foreign')).toBe(false);
    expect(await Promise.all([registering.tokenUnknown('a'), registering.tokenUnknown('a')])).toEqual([
      true,
      true,
    ]);
    clock.advance(9_999);
    await registering.tokenUnknown('a');
    await registering.tokenUnknown('b');
    expect(tried).toEqual(['all', 'a', 'b']);
    clock.advance(1);
    outcome = () => Promise.reject(new Error('no answer'));
    expect(await registering.tokenUnknown('a')).toBe(true);
    expect(tried).toEqual(['all', 'a', 'b', 'a']);
  });

  it('is registered in a new team, once at a time, though Mattermost tells of it twice at once', async () => {
    await registering.register(DEFINITION);
    outcome = settled;
    registering.teamChanged('new');
    registering.teamChanged('new');
    for (let turn = 0; turn < 10; turn += 1) await settled();
    expect([tried, mostAtWork]).toEqual([['all', 'new', 'new'], 1]);
  });

  it('is looked at in every team when Mattermost can tell again what happens', async () => {
    await registering.register(DEFINITION);
    registering.connected();
    await settled();
    expect(tried).toEqual(['all', 'all']);
  });

  it('is nobody’s concern before the service has said what it is', async () => {
    registering.teamChanged('early');
    await settled();
    expect(tried).toEqual([]);
  });

  it('that fails with a new team is told in the log, and the next team is tried all the same', async () => {
    await registering.register(DEFINITION);
    outcome = () => Promise.reject(new Error('no answer'));
    registering.teamChanged('one');
    await settled();
    await settled();
    outcome = () => Promise.resolve();
    registering.teamChanged('other');
    await settled();
    expect(tried).toEqual(['all', 'one', 'other']);
    expect(logger.lines).toMatchObject([{level: 'error', fields: {error: 'Error: no answer'}}]);
  });

  it('is not tried any more when the service has ended', async () => {
    await registering.register(DEFINITION);
    registering.end();
    registering.teamChanged('new');
    await settled();
    expect([tried, clock.nextIn()]).toEqual([['all'], undefined]);
  });
});
