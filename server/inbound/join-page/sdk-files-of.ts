import type {SdkFiles} from '../../../contract/join-page-shell.js';
import {isBelow, ZOOM_DOMAINS} from '../../../contract/link-rules.js';
import type {SdkAddress} from '../../core/domain/join-page.js';
import type {ZoomAddresses} from '../../core/domain/zoom-addresses.js';

/** How the page loads Zoom's Meeting SDK. */
export function sdkFilesOf({base, version}: SdkAddress, zoom: ZoomAddresses | undefined): SdkFiles {
  const webEndpoint = zoom && webEndpointOf(new URL(zoom.webUrl));
  const isZooms = isBelow(new URL(base).hostname, ZOOM_DOMAINS);
  return {base, version, isZooms, ...(webEndpoint !== undefined && {webEndpoint})};
}

/** Where the SDK asks for a meeting if it is told nothing. */
const USUAL = 'zoom.us';
/** https://developers.zoom.us/docs/meeting-sdk/web/gov/ */
const GOVERNMENT = 'zoomgov.com';

function webEndpointOf({hostname, host}: URL): string | undefined {
  if (isBelow(hostname, [USUAL])) return undefined;
  return hostname === GOVERNMENT ? `www.${GOVERNMENT}` : host;
}
