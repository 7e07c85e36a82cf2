/** Where everything of ours begins: below the Site URL for a plugin, below its own address for a service. */
export const ROUTES_PATH = '/plugins/zoom';

/** Below {@link ROUTES_PATH}: where people begin to connect to Zoom. */
export const CONNECT_PATH = '/oauth2/connect';

/**
 * Below {@link ROUTES_PATH}, on the host of the join page alone: its pages, one for each pass, and what they ask below
 * them.
 */
export const JOIN_PAGE_PATH = '/join-page';

/** Below {@link ROUTES_PATH}: leads somebody who is signed in to Mattermost on to the join page. */
export const JOIN_IN_BROWSER_PATH = '/join-in-browser';

/** What the web app asks, below {@link ROUTES_PATH}; docs/http-api.md has the whole API. */
export const API = {
  client: '/api/v1/client',
  meetings: '/api/v1/meetings',
  startLinks: '/api/v1/start-links',
  endMeeting: '/api/v1/meetings/end',
  cancelMeeting: '/api/v1/meetings/cancel',
  /** Brings meetings and webinars here. */
  import: '/api/v1/import',
  /** Zoom's own invitation to the meeting of a card. */
  invitations: '/api/v1/invitations',
  /** A way to join the meeting of a card in the browser. */
  joinLinks: '/api/v1/join-links',
  /** Sends whoever asks a stream URL of the meeting of a card. */
  streamUrls: '/api/v1/stream-urls',
  /** Everything that can be asked of Zoom; below it, Zoom's own paths. */
  zoom: '/api/v1/zoom',
  /** What other systems read of Zoom's events. */
  events: '/api/v1/events',
  openapi: '/api/v1/openapi.json',
  docs: '/api/v1/docs',
  pairingClaim: '/api/v1/pairings/claim',
  adminSetup: '/api/v1/admin/setup',
  adminTest: '/api/v1/admin/test',
  adminWebhookSecret: '/api/v1/admin/webhook-secret',
} as const;
