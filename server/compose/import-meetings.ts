import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Intents} from '../core/ports/intents.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance, FOR_IMPORTS} from '../core/usecases/allowance.js';
import {createImportMeeting, type ImportOutcome} from '../core/usecases/import-meeting.js';
import {createListImportable} from '../core/usecases/list-importable.js';
import type {NotInZoom} from '../core/usecases/find-host.js';
import type {PostIntent} from '../core/usecases/post-intent.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRunningStarts, type RunningStarts} from '../core/usecases/running-starts.js';
import {createDescribeImport} from '../inbound/describe-import.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {Situation} from '../inbound/features.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface ImportMeetingsNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  cards: Cards;
  intents: Intents;
  /** Shared with starts: a webhook waits for the card of its meeting. */
  whilePosting: RunningStarts<unknown>['whilePosting'];
  /** Resolves when what was interrupted is finished, as far as that is possible now. */
  finishInterrupted: () => Promise<void>;
  inBackground: (work: Promise<unknown>) => void;
}

/** What an import is made with. */
interface ImportMeetingsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  postIntent: PostIntent;
  describeStart: DescribeStart;
}

/** Meetings and webinars that people have planned in Zoom, and bring here. */
export function composeImportMeetings(needs: ImportMeetingsNeeds) {
  const {clock, random} = needs;
  const running = createRunningStarts<ImportOutcome>();
  const [listings, imports] = [createAllowance(FOR_IMPORTS), createAllowance(FOR_IMPORTS)];
  return {
    assemble({settings, site}: Situation, {zoom, consents, postIntent, describeStart}: ImportMeetingsTasks) {
      const common = {
        ...needs,
        zoom,
        consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        // Other settings may lead to another Zoom account.
        strangers: createRecentStrangers<NotInZoom>({clock}),
        newId: () => newId(random),
      };
      return {
        listImportable: createListImportable({...common, allowance: listings}),
        importMeeting: createImportMeeting({
          ...common,
          allowance: imports,
          postIntent,
          running,
          hosts: linkHosts(settings.zoom?.addresses),
          restrictsDirectMessages: site.restrictsDirectMessages,
          confirmAbove: settings.confirmAbove,
          // In the language of the card.
          defaultTopic: texts(site.locale)('topic.default'),
        }),
        describeImport: createDescribeImport({describeStart, siteUrl: site.url}),
      };
    },
  };
}
