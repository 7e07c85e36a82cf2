import type {Capabilities} from '../core/domain/capabilities.js';
import {ROUTES} from '../core/domain/site.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {FindHosted} from '../core/usecases/find-hosted.js';
import type {GetStartLink} from '../core/usecases/get-start-link.js';
import type {StartMeeting} from '../core/usecases/start-meeting.js';
import type {Action} from '../inbound/actions/action.js';
import {receiveAction} from '../inbound/actions/receive-action.js';
import {sendHostLinkAction} from '../inbound/actions/send-host-link.js';
import {createDrawSetPreference, setPreferenceAction} from '../inbound/actions/set-preference.js';
import {createDrawStartAnother, startAnotherAction} from '../inbound/actions/start-another.js';
import {createDrawStartAsHost, startAsHostAction} from '../inbound/actions/start-as-host.js';
import type {Situation} from '../inbound/application.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import type {HostTickets} from '../inbound/host-page/host-tickets.js';
import {createRenderSettings} from '../inbound/render-settings.js';
import {createRenderStarted} from '../inbound/render-started.js';
import {texts} from '../messages/texts.js';
import {keyFor} from './key-for.js';

interface ButtonsNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  findHosted: FindHosted;
}

/** What the buttons do. */
interface ButtonsTasks {
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
  getStartLink: GetStartLink;
  hostTickets: HostTickets;
}

/** The buttons of private messages, the messages that they stand on, and what happens when they are pressed. */
export function composeButtons({capabilities, chat, clock, logger, findHosted}: ButtonsNeeds) {
  return {
    assemble(
      {settings, site}: Situation,
      {startMeeting, describeStart, getStartLink, hostTickets}: ButtonsTasks,
    ) {
      const key = keyFor(settings, 'action-hmac/v1');
      // Mattermost hands what leads to a path on to the plugin, whatever its address.
      const routesUrl = capabilities.sessions ? ROUTES : `${site.publicUrl}${ROUTES}`;
      const signing = {key, clock, routesUrl};
      const drawStartAsHost = createDrawStartAsHost(signing);
      const drawStartAnother = createDrawStartAnother(signing);
      const renderStarted = createRenderStarted({drawStartAsHost});
      const renderSettings = createRenderSettings({drawSetPreference: createDrawSetPreference(signing)});
      const startAsHost = capabilities.privatePosts
        ? startAsHostAction({clock, getStartLink, drawStartAsHost})
        : sendHostLinkAction({chat, findHosted, hostTickets, drawStartAsHost});
      const startAnother = {clock, startMeeting, describeStart, renderStarted, drawStartAnother};
      const press = (action: Action) =>
        receiveAction(action, {key, clock, capabilities, chat, texts, logger});
      return {
        drawStartAnother,
        renderStarted,
        renderSettings,
        presses: {
          startAsHost: press(startAsHost),
          startAnother: press(startAnotherAction(startAnother)),
          setPreference: press(setPreferenceAction({chat, renderSettings})),
        },
      };
    },
  };
}
