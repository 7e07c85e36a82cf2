import {redirectAddress} from '../core/domain/redirect-address.js';
import type {Settings} from '../core/domain/settings.js';
import type {Site} from '../core/domain/site.js';
import type {Zoom} from '../core/ports/zoom.js';
import type {ConnectWay} from '../core/usecases/begin-connect.js';

/** Where Zoom sends browsers back. */
export const redirectUriIn = ({publicUrl}: Pick<Site, 'publicUrl'>): string => redirectAddress(publicUrl);

/** How people connect under these settings; `undefined`: not at all. */
export function connectWay(
  {zoom: settings, encryptionKey}: Pick<Settings, 'zoom' | 'encryptionKey'>,
  site: Pick<Site, 'publicUrl'>,
  zoom: Zoom | undefined,
): ConnectWay | undefined {
  if (settings === undefined || zoom?.consent === undefined || site.publicUrl === '') return undefined;
  // Nothing can be kept then.
  if (encryptionKey === undefined) return undefined;
  const {connection, addresses} = settings;
  if (connection.consent === 'nobody' || connection.token.kind !== 'consented') return undefined;
  const terms = {
    consent: connection.consent,
    clientId: connection.token.client.id,
    webUrl: addresses.webUrl,
    redirectUri: redirectUriIn(site),
  };
  return {consent: zoom.consent, terms};
}
