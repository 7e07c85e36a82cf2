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
import {createOfferCard} from '../core/usecases/offer-card.js';
import {createRecentLinks} from '../core/usecases/recent-links.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRunningStarts, type RunningStarts} from '../core/usecases/running-starts.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import {createDescribeImport} from '../inbound/describe-import.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import {createDrawOffer} from '../inbound/draw-offer.js';
import type {Situation} from '../inbound/features.js';
import {createShowImportList} from '../inbound/render-import-list.js';
import {startDeadline} from '../lib/deadline.js';
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

/** Nobody waits for the question whether a link shall become a card, and late it disturbs. */
const OFFER_DEADLINE_MS = 10_000;

/** What an import is made with. */
interface ImportMeetingsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  postIntent: PostIntent;
  describeStart: DescribeStart;
}

/** Meetings and webinars that people have planned in Zoom, and bring here. */
export function composeImportMeetings({
  chat,
  clock,
  random,
  logger,
  cards,
  intents,
  whilePosting,
  finishInterrupted,
  inBackground,
}: ImportMeetingsNeeds) {
  const running = createRunningStarts<ImportOutcome>();
  const listings = createAllowance(FOR_IMPORTS);
  const imports = createAllowance(FOR_IMPORTS);
  const offers = createAllowance();
  return {
    assemble({settings, site}: Situation, tasks: ImportMeetingsTasks) {
      const {zoom, postIntent, describeStart} = tasks;
      const consents = settings.zoom?.connection.consent === 'person' ? tasks.consents.grants : undefined;
      const {accountId, trustUnverifiedEmails, confirmAbove} = settings;
      // Other settings may lead to another Zoom account.
      const strangers = createRecentStrangers<NotInZoom>({clock});
      const listImportable = createListImportable({
        zoom,
        consents,
        clock,
        logger,
        accountId,
        trustUnverifiedEmails,
        strangers,
        newId: () => newId(random),
        allowance: listings,
      });
      const hosts = linkHosts(settings.zoom?.addresses);
      const recentLinks = createRecentLinks({clock});
      const importMeeting = createImportMeeting({
        zoom,
        consents,
        chat,
        cards,
        intents,
        clock,
        logger,
        accountId,
        trustUnverifiedEmails,
        strangers,
        newId: () => newId(random),
        allowance: imports,
        postIntent,
        running,
        whilePosting,
        hosts,
        restrictsDirectMessages: site.restrictsDirectMessages,
        confirmAbove,
        // In the language of the card.
        defaultTopic: texts(site.locale)('topic.default'),
        finishInterrupted,
        inBackground,
      });
      const describeImport = createDescribeImport({describeStart, siteUrl: site.url});
      return {
        listImportable,
        importMeeting,
        describeImport,
        /** What shows buttons. */
        show: (drawButton: DrawButton) => ({
          showImportList: createShowImportList({drawButton, listImportable, describeImport}),
          offerCard: createOfferCard({
            zoom,
            consents,
            chat,
            cards,
            clock,
            logger,
            accountId,
            trustUnverifiedEmails,
            strangers,
            hosts,
            recentLinks,
            allowance: offers,
            drawOffer: createDrawOffer({drawButton, texts, siteUrl: site.url}),
            newDeadline: () => startDeadline(clock, OFFER_DEADLINE_MS).signal,
            inBackground,
          }),
        }),
      };
    },
  };
}
