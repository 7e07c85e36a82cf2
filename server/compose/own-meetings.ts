import {harmless} from '../core/domain/harmless.js';
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
import {createJoinMeeting} from '../core/usecases/join-meeting.js';
import {createListDay} from '../core/usecases/list-day.js';
import {createRecentStrangers} from '../core/usecases/recent-strangers.js';
import {createRegisterPeople} from '../core/usecases/register-people.js';
import type {TellPerson} from '../core/usecases/tell-person.js';
import type {DrawButton} from '../inbound/actions/draw-button.js';
import {createDescribeObstacle} from '../inbound/describe-obstacle.js';
import {createDescribeRegistered} from '../inbound/describe-registered.js';
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
}

/** Where links lead while Zoom is not set up. */
const ZOOM_URL = 'https://zoom.us';

/** What people have planned, the way into it, and whom they register for it. */
export function composeOwnMeetings(needs: OwnMeetingsNeeds) {
  const {clock, random} = needs;
  const [listings, joins, registrations] = [createAllowance(), createAllowance(), createAllowance()];
  return {
    assemble(
      {settings}: Situation,
      {zoom, consents, describeStart, drawButton, askZoomAbout}: OwnMeetingsTasks,
    ) {
      const common = {
        ...needs,
        zoom,
        consents: settings.zoom?.connection.consent === 'person' ? consents.grants : undefined,
        accountId: settings.accountId,
        trustUnverifiedEmails: settings.trustUnverifiedEmails,
        // Other settings may lead to another Zoom account.
        strangers: createRecentStrangers<NotInZoom>({clock}),
        newId: () => newId(random),
        hosts: linkHosts(settings.zoom?.addresses),
      };
      const describeObstacle = createDescribeObstacle({describeStart});
      return {
        describeObstacle,
        listDay: createListDay({...common, allowance: listings}),
        joinMeeting: createJoinMeeting({
          ...common,
          askZoomAbout,
          allowance: joins,
          webUrl: settings.zoom?.addresses.webUrl ?? ZOOM_URL,
        }),
        renderJoin: createRenderJoin({drawButton}),
        registerPeople: createRegisterPeople({
          ...common,
          allowance: registrations,
          write: ({topic, link, name}, person) => {
            const {translate} = readerFor(texts, person);
            const shown = harmless(topic || translate('topic.default'), name);
            const values = {
              topic: shown,
              name: harmless(name, topic),
              email: person.email,
              url: link.reveal(),
            };
            return {text: translate('register.message', values)};
          },
        }),
        describeRegistered: createDescribeRegistered({describeObstacle}),
      };
    },
  };
}
