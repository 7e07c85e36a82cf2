import {linkHosts} from '../core/domain/zoom-addresses.js';
import type {Cards} from '../core/ports/cards.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {Random} from '../core/ports/random.js';
import type {Zoom, ZoomGrants} from '../core/ports/zoom.js';
import {createAllowance} from '../core/usecases/allowance.js';
import type {AskZoomAbout} from '../core/usecases/ask-zoom-about.js';
import type {NotInZoom} from '../core/usecases/find-host.js';
import type {FindOwnRunning} from '../core/usecases/find-own-running.js';
import {createJoinMeeting, type JoinMeetingDeps} from '../core/usecases/join-meeting.js';
import {createListDay} from '../core/usecases/list-day.js';
import {createPace} from '../core/usecases/pace.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRegisterPeople} from '../core/usecases/register-people.js';
import type {TellPerson} from '../core/usecases/tell-person.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import {createDescribeObstacle} from '../inbound/describe-obstacle.js';
import {createDescribeRegistered, describeLink} from '../inbound/describe-registered.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {Situation} from '../inbound/features.js';
import {readerFor} from '../inbound/reader.js';
import {createRenderJoin} from '../inbound/render-join.js';
import {newId} from '../lib/new-id.js';
import {texts} from '../messages/texts.js';

interface OwnMeetingsNeeds {
  chat: Chat;
  clock: Clock;
  random: Random;
  logger: Logger;
  cards: Cards;
  findOwnRunning: FindOwnRunning;
  tellPerson: TellPerson;
}

interface OwnMeetingsTasks {
  /** `undefined` while the settings lack what a connection needs. */
  zoom: Zoom | undefined;
  consents: ZoomGrants;
  describeStart: DescribeStart;
  drawButton: DrawButton;
  askZoomAbout: AskZoomAbout;
  ticketForCard: JoinMeetingDeps['ticketForCard'];
}

/** Where links lead while Zoom is not set up. */
const ZOOM_URL = 'https://zoom.us';
/** Whoever looks whether a meeting has begun gets what somebody else's look found meanwhile. */
const LOOK_EVERY_MS = 3_000;

/** What people have planned, the way into it, and whom they register for it. */
export function composeOwnMeetings({
  chat,
  clock,
  random,
  logger,
  cards,
  findOwnRunning,
  tellPerson,
}: OwnMeetingsNeeds) {
  const [listings, joins, registrations] = [createAllowance(), createAllowance(), createAllowance()];
  const pace = createPace({clock, everyMs: LOOK_EVERY_MS});
  const id = (): string => newId(random);
  return {
    assemble({settings}: Situation, tasks: OwnMeetingsTasks) {
      const {zoom, askZoomAbout} = tasks;
      const consents = settings.zoom?.connection.consent === 'person' ? tasks.consents.grants : undefined;
      const {accountId, trustUnverifiedEmails} = settings;
      // Other settings may lead to another Zoom account.
      const strangers = createRecentStrangers<NotInZoom>({clock});
      const hosts = linkHosts(settings.zoom?.addresses);
      const describeObstacle = createDescribeObstacle({describeStart: tasks.describeStart});
      return {
        describeObstacle,
        listDay: createListDay({
          zoom,
          consents,
          accountId,
          trustUnverifiedEmails,
          strangers,
          findOwnRunning,
          clock,
          logger,
          newId: id,
          allowance: listings,
          hosts,
        }),
        joinMeeting: createJoinMeeting({
          zoom,
          consents,
          accountId,
          trustUnverifiedEmails,
          strangers,
          cards,
          chat,
          askZoomAbout,
          pace,
          clock,
          logger,
          newId: id,
          allowance: joins,
          hosts,
          ticketForCard: tasks.ticketForCard,
          webUrl: settings.zoom?.addresses.webUrl ?? ZOOM_URL,
        }),
        renderJoin: createRenderJoin({drawButton: tasks.drawButton}),
        registerPeople: createRegisterPeople({
          zoom,
          consents,
          accountId,
          trustUnverifiedEmails,
          strangers,
          chat,
          clock,
          logger,
          newId: id,
          allowance: registrations,
          tellPerson,
          hosts,
          write: (registered, person) => ({
            text: describeLink(registered, person.email, readerFor(texts, person).translate),
          }),
        }),
        describeRegistered: createDescribeRegistered({describeObstacle}),
      };
    },
  };
}
