import type {Settings} from '../core/domain/settings.js';
import {ROUTES} from '../core/domain/site.js';
import type {Host} from '../core/ports/host.js';
import {receiveAction} from '../inbound/actions/receive-action.js';
import {sendHostLinkAction} from '../inbound/actions/send-host-link.js';
import {createDrawSetPreference, setPreferenceAction} from '../inbound/actions/set-preference.js';
import {createDrawStartAnother, startAnotherAction} from '../inbound/actions/start-another.js';
import {createDrawStartAsHost, startAsHostAction} from '../inbound/actions/start-as-host.js';
import type {Situation} from '../inbound/application.js';
import {hostPage} from '../inbound/host-page/host-page.js';
import {createHostTickets} from '../inbound/host-page/host-tickets.js';
import {createRenderSettings} from '../inbound/render-settings.js';
import {createRenderStarted} from '../inbound/render-started.js';
import {deriveKey} from '../lib/derive-key.js';
import type {Shared} from './shared.js';

/** The buttons of private messages, and the messages that they stand on. */
export function drawingIn(host: Host, {settings, site}: Situation) {
  const deps = {
    key: keyFor(settings, 'action-hmac/v1'),
    clock: host.clock,
    // Mattermost hands what leads to a path on to the plugin, whatever its address.
    routesUrl: host.capabilities.sessions ? ROUTES : `${site.publicUrl}${ROUTES}`,
  };
  const drawStartAsHost = createDrawStartAsHost(deps);
  return {
    ...deps,
    drawStartAsHost,
    drawStartAnother: createDrawStartAnother(deps),
    renderStarted: createRenderStarted({drawStartAsHost}),
    renderSettings: createRenderSettings({drawSetPreference: createDrawSetPreference(deps)}),
    hostTickets: createHostTickets({
      ...host,
      key: keyFor(settings, 'host-ticket-hmac/v1'),
      publicUrl: site.publicUrl,
    }),
  };
}

type PressDeps = Parameters<typeof receiveAction>[1] &
  Parameters<typeof startAsHostAction>[0] &
  Parameters<typeof sendHostLinkAction>[0] &
  Parameters<typeof startAnotherAction>[0] &
  Parameters<typeof setPreferenceAction>[0];

/** What happens when they are pressed. */
export function pressesIn(deps: PressDeps) {
  const host = deps.capabilities.privatePosts ? startAsHostAction(deps) : sendHostLinkAction(deps);
  return {
    startAsHost: receiveAction(host, deps),
    startAnother: receiveAction(startAnotherAction(deps), deps),
    setPreference: receiveAction(setPreferenceAction(deps), deps),
  };
}

/** Where the link of a direct message leads. */
export function hostPageIn(
  {usedTickets}: Shared,
  settings: Settings,
  deps: Omit<Parameters<typeof hostPage>[0], 'usedTickets' | 'settings'>,
) {
  const {open, enter} = hostPage({...deps, usedTickets, settings});
  return {openHostPage: open, enterAsHost: enter};
}

const keyFor = ({encryptionKey}: Settings, purpose: string): Buffer | undefined =>
  encryptionKey === undefined ? undefined : deriveKey(encryptionKey.reveal(), purpose);
