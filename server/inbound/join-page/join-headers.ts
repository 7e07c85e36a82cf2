import {isBelow, ZOOM_DOMAINS} from '../../../contract/link-rules.js';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../../contract/routes.js';
import {JOIN_PAGE_HEADER, type JoinPage} from '../../core/domain/join-page.js';
import type {ZoomAddresses} from '../../core/domain/zoom-addresses.js';

export type Headers = Readonly<Record<string, string>>;

/** What the page's HTML and its script have in common. */
export const scriptHeaders: Headers = {
  [JOIN_PAGE_HEADER.name]: JOIN_PAGE_HEADER.value,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // A site that is isolated itself may show the page, too.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/**
 * With what a browser shows the page. It asks for cross-origin isolation, with which Zoom's video is better, in the way
 * that neither Zoom's files nor a frame on another site have to take part in.
 */
export const joinHeaders = (page: JoinPage, zoom: ZoomAddresses | undefined): Headers => ({
  ...scriptHeaders,
  'Content-Security-Policy': policyOf(page, zoom),
  ...(page.sites.length === 0 && {'X-Frame-Options': 'DENY'}),
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
  'Permissions-Policy': PERMISSIONS,
});

/** A frame gets of these what the site around it gives on. */
const PERMISSIONS = [
  ...['camera', 'microphone', 'display-capture', 'fullscreen', 'autoplay', 'picture-in-picture'].map(
    (name) => `${name}=(self)`,
  ),
  ...['geolocation', 'payment', 'usb', 'serial', 'hid', 'midi'].map((name) => `${name}=()`),
].join(', ');

/**
 * What the page may load and ask: of its own origin its script and the page's paths alone, so that a proxy that leads
 * more there gives Zoom's script nothing, and Zoom. Zoom's sound is made by a script that evaluates text in a worker,
 * for which `wasm-unsafe-eval` is not enough; workers are made out of `blob:`, its look needs inline styles, and
 * whiteboards are frames of Zoom's. No script stands in the HTML.
 */
function policyOf({origin, sdk, sites}: JoinPage, zoom: ZoomAddresses | undefined): string {
  const own = `${origin}${ROUTES_PATH}${JOIN_PAGE_PATH}/`;
  const files = `${sdk.base}/`;
  const zoomHosts = hostsOf(zoom);
  const zoomPages = zoomHosts.filter((source) => /^https?:/.test(source));
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [`${own}page.js`, files, 'blob:', "'unsafe-eval'"],
    'style-src': ["'unsafe-inline'", files],
    'connect-src': [own, files, ...zoomHosts],
    'worker-src': ['blob:'],
    'img-src': ['data:', 'blob:', files, ...zoomPages],
    'media-src': ['data:', 'blob:', files, ...zoomPages],
    'frame-src': zoomPages,
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': sites.length === 0 ? ["'none'"] : sites,
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}

const VENDOR = 'zoom.us';

/** Zoom's own cloud, Zoom for Government, or the administrator's site: with all that lies below it. */
function hostsOf(zoom: ZoomAddresses | undefined): readonly string[] {
  const web = new URL(zoom?.webUrl ?? `https://${VENDOR}`);
  const domain = ZOOM_DOMAINS.find((known) => isBelow(web.hostname, [known])) ?? web.hostname;
  const schemes = ['https', 'wss'].flatMap((scheme) => [`${scheme}://${domain}`, `${scheme}://*.${domain}`]);
  if (zoom?.allowInsecure !== true || web.protocol === 'https:') return schemes;
  // In the same closed network, or in a test.
  return [`http://${web.host}`, `ws://${web.host}`];
}
