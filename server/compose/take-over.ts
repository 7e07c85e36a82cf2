import type {Clock} from '../core/ports/clock.js';
import type {ListKeys} from '../core/ports/host.js';
import type {KeyValue} from '../core/ports/key-value.js';
import type {Leases} from '../core/ports/leases.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createNameAccount} from '../core/usecases/name-account.js';
import {createTakeOver} from '../core/usecases/take-over.js';
import type {Situation} from '../inbound/features.js';
import {createTakeOverSchedule} from '../inbound/take-over-schedule.js';
import {startDeadline} from '../lib/deadline.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';
import {createOfficialChoices} from '../outbound/store/official/official-choices.js';
import {OFFICIAL, userOf} from '../outbound/store/official/official-keys.js';
import {createSweep} from '../outbound/store/official/sweep.js';
import {createTellUnreadable} from '../outbound/store/official/tell-unreadable.js';
import type {Consents} from './consents.js';

const NAME_DEADLINE_MS = 30_000;

interface TakeOverNeeds {
  clock: Clock;
  random: Random;
  logger: Logger;
  keyValue: KeyValue;
  listKeys: ListKeys | undefined;
  leases: Leases;
  work: WorkInProgress;
}

/** What the official plugin left, and nobody has needed yet. */
export function composeTakeOver({clock, random, logger, keyValue, listKeys, leases, work}: TakeOverNeeds) {
  const done = new Set<string>();
  const tellUnreadable = createTellUnreadable(logger);
  const choices = createOfficialChoices({keyValue, clock, random, logger, tellUnreadable});
  const sweepUp = (what: 'consents' | 'choices', take: (key: string) => Promise<boolean>) =>
    listKeys === undefined ? [] : [createSweep({keyValue, clock, random, logger, listKeys, what, take})];
  const choicesSwept = sweepUp('choices', choices.take);
  return {
    schedules: listKeys === undefined ? [] : [createTakeOverSchedule({clock, logger, work})],
    assemble({settings}: Situation, zoom: Zoom | undefined, consents: Consents) {
      const {official} = consents;
      const takePerson = async (key: string): Promise<boolean> => {
        const userId = userOf(key, OFFICIAL.person);
        return userId !== undefined && official !== undefined
          ? official.takeOver({kind: 'person', userId})
          : false;
      };
      const consent = settings.zoom?.connection.consent;
      const newDeadline = (): AbortSignal => startDeadline(clock, NAME_DEADLINE_MS).signal;
      const sweeps = [
        ...(consent === 'person' && official !== undefined ? sweepUp('consents', takePerson) : []),
        ...choicesSwept,
        // The last one: it asks Zoom, which may refuse to answer for as long as the app stays as it is.
        ...(consent === 'account' && official !== undefined && zoom !== undefined
          ? [createNameAccount({zoom, consents, newDeadline})]
          : []),
      ];
      return {takeOver: createTakeOver({sweeps, leases, done})};
    },
  };
}
