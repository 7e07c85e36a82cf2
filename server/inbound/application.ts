import type {Settings} from '../core/domain/settings.js';
import type {Application} from '../core/ports/application.js';
import type {Site} from '../core/domain/site.js';
import type {CommandDefinition, Host} from '../core/ports/host.js';
import type {Texts} from '../core/ports/texts.js';
import type {FormerSecrets} from '../core/ports/webhook-secrets.js';
import type {CompleteSettings} from '../core/usecases/complete-settings.js';
import type {RecoverIntents} from '../core/usecases/recover-intents.js';
import type {ClientView} from './http/client-view.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';
import type {JobKind} from './jobs/job-kind.js';

/** The situation that a set of features is made for. */
export interface Situation {
  settings: Settings;
  /** Secrets that are still good beside those in the settings. */
  former: FormerSecrets;
  site: Site;
}

/** The product for one consistent situation. A request ends with the one that it began with. */
export interface Features {
  command: CommandDefinition;
  runCommand: Application['runCommand'];
  serveHttp: Application['serveHttp'];
  supportData: Application['supportData'];
  checkSetup: Application['checkSetup'];
  recoverIntents: RecoverIntents;
  jobKinds: readonly JobKind[];
  /** What open clients know about the product; they are told when it changes. */
  clientView: ClientView;
}

/** What runs by itself from start to stop, always with the features of the newest settings. */
export interface Schedule {
  begin: (newest: () => Features) => void;
  end: () => void;
}

interface ApplicationDeps {
  host: Pick<Host, 'site' | 'registerCommand' | 'announceChange' | 'clock' | 'logger'>;
  completeSettings: () => Promise<CompleteSettings>;
  assemble: (situation: Situation) => Features;
  schedules: readonly Schedule[];
  work: WorkInProgress;
  texts: Texts;
}

/** Until then the store may answer again. */
const READ_AGAIN_MS = 30_000;

/** Start, change of settings, stop. In between, everything goes to the features of the newest settings. */
export function createApplication({
  host,
  completeSettings,
  assemble,
  schedules,
  work,
  texts,
}: ApplicationDeps): Application {
  let features: Features | undefined;
  let told = '';
  let isStopping = false;

  const load = async (): Promise<Features> => {
    const [site, {settings, former, isWhole}] = await Promise.all([host.site(), completeSettings()]);
    const isFirst = features === undefined;
    features = assemble({settings, former, site});
    const before = told;
    told = whatPagesShow(features, settings, former);
    if (!isFirst && told !== before) void work.add(host.announceChange());
    if (!isWhole) host.clock.after(READ_AGAIN_MS, () => void settingsChanged());
    return features;
  };
  let isLoading = false;
  let hasChangedAgain = false;
  const settingsChanged = async (): Promise<void> => {
    hasChangedAgain = true;
    // The key that a load saves is a change, too, and the server waits for us to hear about it before it goes on.
    if (isLoading) return;
    isLoading = true;
    while (hasChangedAgain) {
      hasChangedAgain = false;
      await load().catch((error: unknown) => {
        host.logger.error('The settings could not be read; the former ones stay', {error: String(error)});
      });
    }
    isLoading = false;
  };

  return {
    async start() {
      const first = await load();
      await host.registerCommand(first.command);
      for (const schedule of schedules) schedule.begin(() => features ?? first);
    },
    settingsChanged,
    async runCommand(request) {
      if (features === undefined || isStopping) return {text: texts('')('command.stopping')};
      return work.add(features.runCommand(request));
    },
    serveHttp(request, response) {
      if (features === undefined || isStopping) {
        response.writeHead(503, {'Retry-After': '5'}).end();
        return;
      }
      void work.add(new Promise((resolve) => response.once('close', resolve)));
      features.serveHttp(request, response);
    },
    async supportData() {
      if (features === undefined) return [];
      return work.add(features.supportData()).catch((error: unknown) => {
        host.logger.error('The support data could not be gathered', {error: String(error)});
        return [];
      });
    },
    checkSetup: async () => (await load()).checkSetup(),
    async stop(drainMs) {
      isStopping = true;
      for (const schedule of schedules) schedule.end();
      await work.drained(drainMs);
    },
  };
}

/** Stays in this process: it is only compared. */
const whatPagesShow = ({clientView}: Features, settings: Settings, former: FormerSecrets): string =>
  JSON.stringify([
    clientView,
    settings.webhookSecret?.reveal(),
    settings.zoomWebhookSecret?.reveal(),
    former.address?.until,
    former.token?.until,
  ]);
