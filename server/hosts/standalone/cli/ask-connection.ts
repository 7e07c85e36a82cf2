import type {Mode} from '../../../core/domain/modes/mode.js';
import {serverToServer} from '../../../core/domain/modes/server-to-server.js';
import {MODES} from '../../../core/domain/modes.js';
import {isOfApi, ZOOM_FEATURE_NAMES, type ZoomFeatureName} from '../../../core/domain/zoom-features.js';
import {redirectAddress} from '../../../core/domain/redirect-address.js';
import {neededScopes} from '../../../core/ports/zoom/scopes.js';
import {type Asking, bad, good, type Reading} from './question.js';

/** The connections that this dialogue knows to ask for. */
const OFFERED = MODES.filter(({source}) => source !== undefined);

/** The one that a name stands for; without a name, the usual one. */
export const offeredMode = (name = serverToServer.name): Mode | undefined =>
  OFFERED.find((mode) => mode.name === name);

/** How the service is to connect to Zoom. */
export async function askConnection({ask, say}: Pick<Asking, 'ask' | 'say'>): Promise<Mode> {
  say('How people get their meetings from Zoom:');
  for (const {name, title} of OFFERED) say(`  ${name}: ${title}`);
  return ask({name: 'ConnectionMode', text: 'Connection', fallback: serverToServer.name, read: readMode});
}

function readMode(answer: string): Reading<Mode> {
  const mode = offeredMode(answer);
  return mode === undefined ? bad(`Answer one of ${OFFERED.map(({name}) => name).join(', ')}.`) : good(mode);
}

/** What else Zoom has to know where somebody consents there, and what people do once the service runs. */
export function sayConsent({consent, scopes}: Mode, serviceUrl: string, say: Asking['say']): void {
  if (consent === 'nobody') return;
  say('In the same app, enter this address twice on the page Basic Information, letter by letter:');
  say('as OAuth Redirect URL, and in OAuth Allow Lists.');
  say(`  ${redirectAddress(serviceUrl)}`);
  say(`Scopes, for the page Scopes: ${neededScopes(scopes).join(', ')}`);
  const scopesOf = (features: readonly ZoomFeatureName[]): string =>
    [...new Set(features.flatMap((feature) => neededScopes(scopes, feature)))].join(', ');
  const ofCards = ZOOM_FEATURE_NAMES.filter((feature) => !isOfApi(feature));
  say(
    'To see people on cards, to end and cancel meetings from them, and for meetings and webinars that exist,',
  );
  say(`besides: ${scopesOf(ofCards)}`);
  say(`For other systems that use the API, besides: ${scopesOf(ZOOM_FEATURE_NAMES.filter(isOfApi))}`);
  say(
    consent === 'account'
      ? 'Once the service runs, a system administrator types `/zoom connect` in Mattermost.'
      : 'Once the service runs, everybody types `/zoom connect` in Mattermost before their first meeting.',
  );
}
