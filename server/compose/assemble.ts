import type {Zoom} from '../core/ports/zoom.js';
import {createFindHosted} from '../core/usecases/find-hosted.js';
import {createGetStartLink} from '../core/usecases/get-start-link.js';
import type {Features, Situation} from '../inbound/application.js';
import {createAdminNotes} from '../inbound/commands/admin-notes.js';
import {commandDefinition, createCommands} from '../inbound/commands/registry.js';
import {createRenderStart} from '../inbound/commands/render-start.js';
import {createRunCommand} from '../inbound/commands/run-command.js';
import {createDescribeStart} from '../inbound/describe-start.js';
import {clientHandler} from '../inbound/http/client-handler.js';
import {clientView} from '../inbound/http/client-view.js';
import {commandWordsHandler} from '../inbound/http/command-words-handler.js';
import {createHttp} from '../inbound/http/create-http.js';
import {createRoutes} from '../inbound/http/routes.js';
import {startLinkHandler} from '../inbound/http/start-link-handler.js';
import {startMeetingHandler} from '../inbound/http/start-meeting-handler.js';
import {createJobKinds} from '../inbound/jobs/registry.js';
import {listSetup} from '../inbound/list-setup.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {supportData} from '../inbound/support-data.js';
import {texts} from '../messages/texts.js';
import {createZoom} from '../outbound/zoom/create-zoom.js';
import {noZoom} from '../outbound/zoom/no-zoom.js';
import {signedIn} from '../inbound/http/acting-user.js';
import {allowOrigin} from '../inbound/http/allow-origin.js';
import {claimPairing, pairedBrowser} from '../inbound/http/paired-browser.js';
import {drawingIn, hostPageIn, pressesIn} from './buttons.js';
import {adminIn, checkSetupIn} from './check-setup.js';
import {followIn, webhookIn} from './follow-meetings.js';
import type {Shared} from './shared.js';
import {startMeetingIn} from './start-meetings.js';

/** The features for one consistent situation. */
export function assemble(shared: Shared, situation: Situation): Features {
  const {settings, site} = situation;
  const {host} = shared;
  const zoom = settings.zoom === undefined ? noZoom : createZoom({...host, ...settings.zoom});
  const deps = depsIn(shared, situation, zoom);
  const follow = followIn(shared, situation, zoom);
  const commands = createCommands({
    ...deps,
    renderStart: createRenderStart(deps),
    adminNotes: createAdminNotes({...deps, settings, publicUrl: site.publicUrl}),
  });
  const routes = createRoutes(
    {
      webhook: webhookIn(shared, situation, follow),
      client: clientHandler(deps),
      commandWords: commandWordsHandler({
        ...deps,
        wordsIn: (translate) => commandDefinition(commands, translate).subcommands,
      }),
      startMeeting: startMeetingHandler(deps),
      startLink: startLinkHandler(deps),
      ...pressesIn(deps),
      ...hostPageIn(shared, settings, deps),
      person: host.capabilities.sessions ? signedIn : pairedBrowser(deps),
      claimPairing: claimPairing(deps),
      ...adminIn(shared, situation, deps),
    },
    host.capabilities,
  );
  return {
    command: commandDefinition(commands, texts(site.locale)),
    runCommand: createRunCommand({...host, commands, texts}),
    serveHttp: createHttp({
      ...host,
      texts,
      routes,
      first: host.capabilities.sessions ? [] : [allowOrigin(originOf(site.url))],
    }),
    supportData: supportData({...shared, settings, site}),
    checkSetup: listSetup(deps),
    jobKinds: createJobKinds({...host, ...shared, ...follow}),
    clientView: deps.clientView,
  };
}

/** What commands, buttons and routes have in common. */
function depsIn(shared: Shared, situation: Situation, zoom: Zoom) {
  const {settings, site} = situation;
  const {host, cards} = shared;
  const settingsUrl = settingsUrlIn(site, host.capabilities);
  const findHosted = createFindHosted({cards});
  return {
    ...host,
    ...drawingIn(host, situation),
    pairings: shared.pairings,
    texts,
    settingsUrl,
    clientView: clientView(settings),
    checkSetup: checkSetupIn(shared, situation),
    startMeeting: startMeetingIn(shared, situation, zoom),
    describeStart: createDescribeStart({...host, problems: settings.problems, settingsUrl}),
    findHosted,
    getStartLink: createGetStartLink({findHosted, zoom}),
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
