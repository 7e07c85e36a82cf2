import {beforeEach, describe, expect, it} from '@jest/globals';
import type {Metrics} from '../../../server/core/ports/metrics.js';
import {createMetrics} from '../../../server/hosts/metrics/create-metrics.js';
import {
  watchConnection,
  type WatchConnection,
} from '../../../server/hosts/standalone/mattermost/watch-connection.js';
import {createManualClock, type ManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../support/recording-logger.js';

let clock: ManualClock;
let logger: RecordingLogger;
let metrics: Metrics;
let told: WatchConnection;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  metrics = createMetrics('service');
  told = watchConnection({metrics, clock, logger});
});
const valueOf = (name: string): number | undefined =>
  metrics.read().find((family) => family.name === name)?.samples[0]?.value;
const numbers = () => [valueOf('zoom_websocket_connected'), valueOf('zoom_websocket_reconnects_total')];
const lines = () => logger.lines.map(({level, message}) => `${level}: ${message}`);

describe('The websocket to Mattermost', () => {
  it('is not open before it says so, and its opening is no news for the log', () => {
    expect(numbers()).toEqual([0, 0]);
    told(true);
    expect([numbers(), lines()]).toEqual([[1, 0], []]);
  });

  it('costs one line when it drops, however often it cannot be opened again, and one when it comes back', () => {
    told(true);
    told(false);
    clock.advance(30_000);
    told(false);
    expect(numbers()).toEqual([0, 0]);
    clock.advance(60_000);
    told(true);
    expect(numbers()).toEqual([1, 1]);
    expect(lines()).toEqual([
      'warn: The websocket to Mattermost is lost; it is opened again as soon as that is possible',
      'info: The websocket to Mattermost is open again',
    ]);
    expect(logger.lines.at(-1)?.fields).toEqual({seconds: 90});
  });

  it('that could not be opened at first is told, too, and its opening is no reconnect', () => {
    told(false);
    told(true);
    expect(numbers()).toEqual([1, 0]);
    expect(lines()).toEqual([
      'warn: The websocket to Mattermost cannot be opened; it is tried again',
      'info: The websocket to Mattermost is open again',
    ]);
  });
});
