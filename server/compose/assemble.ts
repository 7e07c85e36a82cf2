import type {Settings} from '../core/domain/settings.js';
import {ROUTES} from '../core/domain/site.js';
import type {Zoom} from '../core/ports/zoom.js';
import {createGetStartLink} from '../core/usecases/get-start-link.js';
import {receiveAction} from '../inbound/actions/receive-action.js';
import {createDrawSetPreference, setPreferenceAction} from '../inbound/actions/set-preference.js';
import {createDrawStartAnother, startAnotherAction} from '../inbound/actions/start-another.js';
import {createDrawStartAsHost, startAsHostAction} from '../inbound/actions/start-as-host.js';
import type {Features, Situation} from '../inbound/application.js';
import {createAdminNotes} from '../inbound/commands/admin-notes.js';
import {commandDefinition, createCommands} from '../inbound/commands/registry.js';
import {createRenderStart} from '../inbound/commands/render-start.js';
import {createRunCommand} from '../inbound/commands/run-command.js';
import {createDescribeStart} from '../inbound/describe-start.js';
import {clientHandler} from '../inbound/http/client-handler.js';
import {clientView} from '../inbound/http/client-view.js';
import {createHttp} from '../inbound/http/create-http.js';
import {createRoutes} from '../inbound/http/routes.js';
import {startLinkHandler} from '../inbound/http/start-link-handler.js';
import {startMeetingHandler} from '../inbound/http/start-meeting-handler.js';
import {createJobKinds} from '../inbound/jobs/registry.js';
import {listSetup} from '../inbound/list-setup.js';
import {settingsUrlIn} from '../inbound/settings-url.js';
import {supportData} from '../inbound/support-data.js';
import {deriveKey} from '../lib/derive-key.js';
import {texts} from '../messages/texts.js';
import {createZoom} from '../outbound/zoom/create-zoom.js';
import {noZoom} from '../outbound/zoom/no-zoom.js';
import {signedIn} from '../inbound/http/acting-user.js';
import {allowOrigin} from '../inbound/http/allow-origin.js';
import {claimPairing, pairedBrowser} from '../inbound/http/paired-browser.js';
import {adminIn, checkSetupIn} from './check-setup.js';
import {followIn, webhookIn} from './follow-meetings.js';
import type {Shared} from './shared.js';
import {startMeetingIn} from './start-meetings.js';

/** The features for one consistent situation. */
export function assemble(shared: Shared, {settings, site}: Situation): Features {
  const {host} = shared;
  const zoom = settings.zoom === undefined ? noZoom : createZoom({...host, ...settings.zoom});
  const deps = depsIn(shared, {settings, site}, zoom);
  const follow = followIn(shared, {settings, site}, zoom);
  const commands = createCommands({
    ...deps,
    renderStart: createRenderStart({
      ...deps,
      drawStartAsHost: createDrawStartAsHost(deps),
      drawStartAnother: createDrawStartAnother(deps),
    }),
    drawSetPreference: createDrawSetPreference(deps),
    adminNotes: createAdminNotes({...deps, settings, publicUrl: site.publicUrl}),
  });
  const routes = createRoutes(
    {
      webhook: webhookIn(shared, settings, follow),
      client: clientHandler(deps),
      startMeeting: startMeetingHandler(deps),
      startLink: startLinkHandler(deps),
      startAsHost: receiveAction(startAsHostAction(deps), deps),
      startAnother: receiveAction(startAnotherAction(deps), deps),
      setPreference: receiveAction(setPreferenceAction(deps), deps),
      person: host.capabilities.sessions ? signedIn : pairedBrowser(deps),
      claimPairing: claimPairing(deps),
      ...adminIn(shared, {settings, site}, deps),
    },
    host.capabilities,
  );
  return {
    command: commandDefinition(commands, texts(site.locale)),
    runCommand: createRunCommand({...host, commands, texts}),
    serveHttp: createHttp({
      ...host,
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
function depsIn(shared: Shared, {settings, site}: Situation, zoom: Zoom) {
  const {host, cards} = shared;
  const settingsUrl = settingsUrlIn(site, host.capabilities);
  return {
    ...host,
    pairings: shared.pairings,
    key: actionKey(settings),
    texts,
    settingsUrl,
    // Mattermost hands what leads to a path on to the plugin, whatever its address.
    routesUrl: host.capabilities.sessions ? ROUTES : `${site.publicUrl}${ROUTES}`,
    clientView: clientView(settings),
    checkSetup: checkSetupIn(shared),
    startMeeting: startMeetingIn(shared, {settings, site}, zoom),
    describeStart: createDescribeStart({...host, problems: settings.problems, settingsUrl}),
    getStartLink: createGetStartLink({cards, zoom}),
  };
}

const actionKey = ({encryptionKey}: Settings): Buffer | undefined =>
  encryptionKey === undefined ? undefined : deriveKey(encryptionKey.reveal(), 'action-hmac/v1');

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
