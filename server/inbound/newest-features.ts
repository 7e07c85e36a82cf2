import type {Settings} from '../core/domain/settings.js';
import type {Host} from '../core/ports/host.js';
import type {FormerSecrets} from '../core/ports/webhook-secrets.js';
import type {CompleteSettings} from '../core/usecases/complete-settings.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';
import type {Features, Situation} from './features.js';

/**
 * The features of the settings that were read last. There is one read at a time, so that an older one can never win
 * over a newer one; what is asked for during a read is read after it.
 */
export interface NewestFeatures {
  /** `undefined` until the settings could be read for the first time. */
  current: () => Features | undefined;
  /** Resolves to what the last read made of the settings. Rejects where that one failed; the former features stay. */
  read: () => Promise<Features>;
  /** Reads what has changed. Never rejects, and does not wait for a read that is under way already. */
  changed: () => Promise<void>;
  /** Nothing is read any more. */
  end: () => void;
}

export interface NewestFeaturesDeps {
  host: Pick<Host, 'site' | 'announceChange' | 'clock' | 'logger'>;
  completeSettings: () => Promise<CompleteSettings>;
  assemble: (situation: Situation) => Features;
  work: Pick<WorkInProgress, 'add'>;
}

/** Until then the store may answer again. */
const READ_AGAIN_MS = 30_000;

export function createNewestFeatures(deps: NewestFeaturesDeps): NewestFeatures {
  const {clock, logger} = deps.host;
  const tellPages = createTellPages(deps);
  let features: Features | undefined;
  let reading: Promise<Features> | undefined;
  let isAskedAgain = false;
  let hasEnded = false;
  let cancelNext = (): void => undefined;

  const readOnce = async (): Promise<Features> => {
    cancelNext();
    const [site, {isWhole, ...found}] = await Promise.all([deps.host.site(), deps.completeSettings()]);
    features = deps.assemble({...found, site});
    tellPages(features, found);
    if (!isWhole && !hasEnded) cancelNext = clock.after(READ_AGAIN_MS, () => void changed());
    return features;
  };
  const readUntilLast = async (): Promise<Features> => {
    isAskedAgain = false;
    const [read] = await Promise.allSettled([readOnce()]);
    if (isAskedAgain && !hasEnded) return readUntilLast();
    if (read.status === 'rejected') throw read.reason;
    return read.value;
  };
  const read = (): Promise<Features> => {
    isAskedAgain = true;
    return (reading ??= readUntilLast().finally(() => (reading = undefined)));
  };
  const changed = async (): Promise<void> => {
    if (hasEnded) return;
    if (reading !== undefined) {
      // The key that a read saves is a change, too, and the server waits for us to hear about it before it goes on.
      isAskedAgain = true;
      return;
    }
    await read().catch((error: unknown) => {
      logger.error('The settings could not be read; the former ones stay', {error: String(error)});
    });
  };
  return {
    current: () => features,
    read,
    changed,
    end() {
      hasEnded = true;
      cancelNext();
    },
  };
}

/** Open pages are told when something changes that they show; they ask for it themselves when they begin. */
function createTellPages({host, work}: NewestFeaturesDeps) {
  let told: string | undefined;
  return (features: Features, known: Pick<Situation, 'settings' | 'former'>): void => {
    const before = told;
    told = whatPagesShow(features, known);
    if (before !== undefined && told !== before) void work.add(host.announceChange());
  };
}

/** Stays in this process: it is only compared. */
const whatPagesShow = (
  {clientView}: Features,
  {settings, former}: {settings: Settings; former: FormerSecrets},
): string =>
  JSON.stringify([
    clientView,
    settings.webhookSecret?.reveal(),
    settings.zoomWebhookSecret?.reveal(),
    former.address?.until,
    former.token?.until,
  ]);
