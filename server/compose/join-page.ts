import {joinPageBeside} from '../core/domain/join-page.js';
import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat, ChatUser} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {StreamPasses} from '../core/ports/stream-passes.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createEnterMeeting} from '../core/usecases/enter-meeting.js';
import {createGetBrowserWay} from '../core/usecases/get-browser-way.js';
import {createGetJoinLink} from '../core/usecases/get-join-link.js';
import type {SeenInZoom} from '../core/usecases/judge-joinable.js';
import {createLookAtJoinable} from '../core/usecases/look-at-joinable.js';
import {createReadPass} from '../core/usecases/read-pass.js';
import {createRecentAnswers} from '../core/usecases/recent-answers.js';
import type {Situation} from '../inbound/features.js';
import {createBrowserTickets} from '../inbound/join-page/browser-tickets.js';
import {createJoinLimits} from '../inbound/join-page/join-limits.js';
import {ANSWER_WITHIN_MS} from '../inbound/patience.js';
import {createSigner} from '../lib/create-signer.js';
import {withDeadline} from '../lib/deadline.js';
import {createSignEntry} from '../outbound/zoom/sign-entry.js';
import {keyFor} from './key-for.js';

interface JoinPageNeeds {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  cards: Cards;
  streamPasses: StreamPasses;
}

/** Ten thousand people who come at once cost one question a minute. */
const KEPT_MS = 60_000;
const FAILED_MS = 5_000;
const TICKET_VERSION = 'v1';

/** The page on which people join in the browser: what lets them in, and what it takes to. */
export function composeJoinPage({chat, clock, logger, cards, streamPasses}: JoinPageNeeds) {
  const joinLimits = createJoinLimits({clock});
  const keeping = {clock, keptMs: KEPT_MS, failedMs: FAILED_MS};
  const recentPeople = createRecentAnswers<ChatUser | undefined>(keeping);
  const recentMembers = createRecentAnswers<boolean>(keeping);
  const recentSharers = createRecentAnswers<boolean>(keeping);
  return {
    /** `zoom` is `undefined` while the settings lack what a connection needs. */
    assemble({settings, site}: Situation, zoom: Zoom | undefined) {
      const joinPage = joinPageBeside(settings.joinPage, site.url);
      const key = keyFor(settings, 'join-ticket-hmac/v1');
      const browserTickets = createBrowserTickets({
        signer: key && createSigner(key, TICKET_VERSION),
        origin: joinPage?.origin,
        clock,
      });
      const isOnCards = joinPage?.isOnCards ?? false;
      const readPass = createReadPass({
        streamPasses,
        readTicket: browserTickets.read,
        cards,
        chat,
        recentPeople,
        recentMembers,
        recentSharers,
        clock,
        isOpenToGuests: joinPage?.isOpenToGuests ?? false,
        isOnCards,
        adminsMayShare: joinPage?.adminsMayShare ?? false,
      });
      const lookAtJoinable = createLookAtJoinable({
        zoom,
        cards,
        // Other settings may lead to another Zoom account.
        recentLooks: createRecentAnswers<SeenInZoom | undefined>(keeping),
        within: (ask) => withDeadline(clock, ANSWER_WITHIN_MS, ({signal}) => ask(signal)),
        clock,
        logger,
        accountId: settings.accountId,
        hosts: linkHosts(settings.zoom?.addresses),
      });
      const signEntry =
        joinPage &&
        createSignEntry({
          clientId: joinPage.clientId,
          clientSecret: joinPage.clientSecret,
          clock,
          clockAhead: () => zoom?.clockAhead(),
        });
      return {
        joinPage,
        joinLimits,
        browserTickets,
        readPass,
        lookAtJoinable,
        enterMeeting: createEnterMeeting({lookAtJoinable, signEntry}),
        getJoinLink: createGetJoinLink({lookAtJoinable}),
        getBrowserWay: createGetBrowserWay({
          cards,
          chat,
          issueTicket: browserTickets.issue,
          isOnCards,
        }),
        ticketForCard: isOnCards ? browserTickets.issue : () => undefined,
      };
    },
  };
}
