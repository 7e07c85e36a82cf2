import type {RequestHandler} from 'express';
import type {Capabilities} from '../core/domain/capabilities.js';
import type {Chat} from '../core/ports/chat.js';
import type {Clock} from '../core/ports/clock.js';
import type {SubcommandDefinition} from '../core/ports/host.js';
import type {Logger} from '../core/ports/logger.js';
import type {Pairings} from '../core/ports/pairings.js';
import type {Translate} from '../core/ports/texts.js';
import type {GetStartLink} from '../core/usecases/get-start-link.js';
import type {StartMeeting} from '../core/usecases/start-meeting.js';
import type {Situation} from '../inbound/application.js';
import type {DescribeStart} from '../inbound/describe-start.js';
import {signedIn} from '../inbound/http/acting-user.js';
import {allowOrigin} from '../inbound/http/allow-origin.js';
import {clientHandler} from '../inbound/http/client-handler.js';
import type {ClientView} from '../inbound/http/client-view.js';
import {commandWordsHandler} from '../inbound/http/command-words-handler.js';
import {createHttp} from '../inbound/http/create-http.js';
import {claimPairing, pairedBrowser} from '../inbound/http/paired-browser.js';
import {createRoutes, type RouteHandlers} from '../inbound/http/routes.js';
import {startLinkHandler} from '../inbound/http/start-link-handler.js';
import {startMeetingHandler} from '../inbound/http/start-meeting-handler.js';
import {texts} from '../messages/texts.js';

interface HttpNeeds {
  capabilities: Capabilities;
  chat: Chat;
  clock: Clock;
  logger: Logger;
  pairings: Pairings;
}

/** What the routes do, and the handlers that other features bring. */
interface HttpTasks {
  startMeeting: StartMeeting;
  describeStart: DescribeStart;
  getStartLink: GetStartLink;
  clientView: ClientView;
  wordsIn: (translate: Translate) => readonly SubcommandDefinition[];
  webhook: readonly RequestHandler[];
  presses: Pick<RouteHandlers, 'startAsHost' | 'startAnother' | 'setPreference'>;
  page: {open: RequestHandler; enter: RequestHandler};
  admin: Pick<RouteHandlers, 'systemAdmin' | 'adminSetup' | 'adminTest' | 'adminWebhookSecret'>;
}

/** Everything below `/plugins/zoom`. */
export function composeHttp({capabilities, chat, clock, logger, pairings}: HttpNeeds) {
  const person = capabilities.sessions ? signedIn : pairedBrowser({pairings, clock, texts});
  return {
    assemble({site}: Situation, tasks: HttpTasks) {
      const {startMeeting, describeStart, getStartLink, clientView, wordsIn} = tasks;
      const {webhook, presses, page, admin} = tasks;
      const handlers: RouteHandlers = {
        webhook,
        startMeeting: startMeetingHandler({chat, clock, texts, startMeeting, describeStart}),
        startLink: startLinkHandler({chat, clock, texts, getStartLink}),
        client: clientHandler({chat, clientView}),
        commandWords: commandWordsHandler({chat, texts, wordsIn}),
        startAsHost: presses.startAsHost,
        startAnother: presses.startAnother,
        setPreference: presses.setPreference,
        openHostPage: page.open,
        enterAsHost: page.enter,
        person,
        claimPairing: claimPairing({pairings}),
        systemAdmin: admin.systemAdmin,
        adminSetup: admin.adminSetup,
        adminTest: admin.adminTest,
        adminWebhookSecret: admin.adminWebhookSecret,
      };
      const routes = createRoutes(handlers, capabilities);
      const first = capabilities.sessions ? [] : [allowOrigin(originOf(site.url))];
      return createHttp({routes, first, logger, texts});
    },
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
