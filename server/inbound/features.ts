import type {Settings} from '../core/domain/settings.js';
import type {Site} from '../core/domain/site.js';
import type {Application, CommandReply} from '../core/ports/application.js';
import type {CommandDefinition} from '../core/ports/host.js';
import type {FormerSecrets} from '../core/ports/webhook-secrets.js';
import type {HearOfDeactivation} from '../core/usecases/hear-of-deactivation.js';
import type {OfferCard} from '../core/usecases/offer-card.js';
import type {RecoverIntents} from '../core/usecases/recover-intents.js';
import type {TakeOver} from '../core/usecases/take-over.js';
import type {ClientView} from './http/client-view.js';
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
  userDeactivated: HearOfDeactivation;
  postWritten: OfferCard;
  /** Where nobody knows who typed a command. */
  tokenUnknown: CommandReply;
  serveHttp: Application['serveHttp'];
  supportData: Application['supportData'];
  checkSetup: Application['checkSetup'];
  takeUpCards: Application['takeUpCards'];
  recoverIntents: RecoverIntents;
  takeOver: TakeOver;
  jobKinds: readonly JobKind[];
  /** What open clients know about the product; they are told when it changes. */
  clientView: ClientView;
}
