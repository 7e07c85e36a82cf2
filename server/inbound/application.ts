import type {Application} from '../core/ports/application.js';
import type {Host} from '../core/ports/host.js';
import type {Texts} from '../core/ports/texts.js';
import {timed} from '../lib/timed.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';
import {createCommandOfSettings} from './command-of-settings.js';
import type {Features} from './features.js';
import {createNewestFeatures, type NewestFeaturesDeps} from './newest-features.js';

/** What runs by itself from start to stop, always with the features of the newest settings. */
export interface Schedule {
  begin: (newest: () => Features) => void;
  end: () => void;
}

interface ApplicationDeps extends NewestFeaturesDeps {
  host: NewestFeaturesDeps['host'] & Pick<Host, 'registerCommand' | 'metrics'>;
  schedules: readonly Schedule[];
  readMetrics: Application['readMetrics'];
  work: WorkInProgress;
  texts: Texts;
}

/** Start, change of settings, stop. In between, everything goes to the features of the newest settings. */
export function createApplication({schedules, readMetrics, texts, ...deps}: ApplicationDeps): Application {
  const {host, work} = deps;
  const newest = createNewestFeatures(deps);
  const command = createCommandOfSettings(host);
  let isStopping = false;
  /** What answers now; nothing does before the start, and while it stops. */
  const atWork = (): Features | undefined => (isStopping ? undefined : newest.current());
  return {
    async start() {
      const first = await newest.read();
      await command.begin(first.command);
      if (isStopping) return;
      for (const schedule of schedules) schedule.begin(() => newest.current() ?? first);
    },
    async settingsChanged() {
      await newest.changed();
      const features = newest.current();
      if (features !== undefined) await command.follow(features.command);
    },
    async runCommand(request) {
      const running = atWork()?.runCommand(request);
      if (running === undefined) return {text: texts('')('command.stopping')};
      return work.add(timed(host.clock, running, host.metrics.commandSeconds.observe));
    },
    async userDeactivated(userId) {
      const features = atWork();
      if (features !== undefined) await work.add(features.userDeactivated(userId));
    },
    postWritten: (post) => atWork()?.postWritten(post),
    tokenUnknown: () => atWork()?.tokenUnknown ?? {text: texts('')('command.stopping')},
    serveHttp(request, response) {
      const features = atWork();
      if (features === undefined) return void response.writeHead(503, {'Retry-After': '5'}).end();
      void work.add(new Promise((resolve) => response.once('close', resolve)));
      features.serveHttp(request, response);
    },
    async supportData() {
      const gathered = newest.current()?.supportData() ?? Promise.resolve([]);
      return work.add(gathered).catch((error: unknown) => {
        host.logger.error('The support data could not be gathered', {error: String(error)});
        return [];
      });
    },
    readMetrics: () =>
      work.add(readMetrics()).catch((error: unknown) => {
        host.logger.error('Not all metrics could be read', {error: String(error)});
        return host.metrics.read();
      }),
    checkSetup: async () => (await newest.read()).checkSetup(),
    takeUpCards: async (posts, options) =>
      (newest.current() ?? (await newest.read())).takeUpCards(posts, options),
    async stop(drainMs) {
      isStopping = true;
      newest.end();
      for (const schedule of schedules) schedule.end();
      await work.drained(drainMs);
    },
  };
}
