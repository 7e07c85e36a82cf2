import {afterEach, beforeEach, expect, it, jest} from '@jest/globals';
import {
  createMattermostForService,
  type MattermostForService,
} from '../../../sandbox/mattermost/mattermost-for-service.js';
import {createMetrics} from '../../../server/hosts/metrics/create-metrics.js';
import {listenToEvents} from '../../../server/hosts/standalone/mattermost/events.js';
import {watchConnection} from '../../../server/hosts/standalone/mattermost/watch-connection.js';
import {systemClock} from '../../../server/lib/system-clock.js';
import {noProxy} from '../../support/no-proxy.js';
import {createRecordingLogger} from '../../support/recording-logger.js';

let mattermost: MattermostForService;
beforeEach(async () => {
  // Mattermost's client tells the console what it does.
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  mattermost = await createMattermostForService();
});
afterEach(async () => {
  await mattermost.close();
  jest.restoreAllMocks();
});

it('The websocket of a service says when Mattermost cuts it, and when it has come back', async () => {
  const {userId, token} = mattermost.addBot({username: 'zoom'});
  const logger = createRecordingLogger();
  const metrics = createMetrics('service');
  const watch = watchConnection({metrics, clock: systemClock, logger});
  const heard: boolean[] = [];
  let wake = (): void => undefined;
  const end = listenToEvents({url: mattermost.siteUrl, token, findProxy: noProxy}, userId, {
    teamChanged: () => undefined,
    deactivated: () => undefined,
    posted: () => undefined,
    connected(isConnected) {
      watch(isConnected);
      heard.push(isConnected);
      wake();
    },
  });
  const until = async (times: number): Promise<void> => {
    while (heard.length < times) await new Promise<void>((resolve) => (wake = resolve));
  };
  await until(1);
  mattermost.dropWebSockets();
  await until(3);
  end();
  expect(heard).toEqual([true, false, true]);
  expect(logger.lines.map(({level, message}) => `${level}: ${message}`)).toEqual([
    'warn: The websocket to Mattermost is lost; it is opened again as soon as that is possible',
    'info: The websocket to Mattermost is open again',
  ]);
  expect(metrics.read().find(({name}) => name === 'zoom_websocket_reconnects_total')?.samples).toMatchObject([
    {value: 1},
  ]);
}, 30_000);
