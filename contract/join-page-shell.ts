/** What the page to join says by itself, by name; the server fills in the reader's language. */
export const JOIN_PAGE_TEXTS = [
  // The form.
  'title',
  'number',
  'name',
  'nameNeeded',
  'email',
  'emailNeeded',
  'remember',
  'join',
  'hosts',
  'left',
  // What is being done, and what is waited for.
  'looking',
  'entering',
  'joining',
  'waiting',
  'asking',
  'goesOn',
  'offline',
  'trouble',
  // Why Zoom let nobody in.
  'sessionExpired',
  'over',
  'full',
  'locked',
  'removed',
  'passcode',
  'registration',
  'zoomSignIn',
  'elsewhere',
  'hostElsewhere',
  'alreadyIn',
  'nameRefused',
  'tooMany',
  'zoomTrouble',
  'silent',
  'appOnly',
  'notInBrowsers',
  'misconfigured',
  'sdkMissing',
  'sdkOther',
  'sdkOutdated',
  'tooOld',
  'failed',
  // What can be pressed.
  'retry',
  'register',
  'signIn',
  'back',
  // The way without the page.
  'zoom',
  'linking',
  'linked',
  'linkedToPage',
  'openApp',
  'openZoom',
] as const;

export type JoinPageText = (typeof JOIN_PAGE_TEXTS)[number];

/** The element that holds {@link JoinPageShell} as JSON. */
export const JOIN_PAGE_SHELL_ID = 'join-page-shell';

/** Zoom's Meeting SDK, as the page loads it. */
export interface SdkFiles {
  /** Where it lies, without a slash at the end. */
  base: string;
  version: string;
  /** On a host of Zoom's, not on a mirror. */
  isZooms: boolean;
  /** The host of Zoom's web pages, where it is not the one that the SDK takes by itself. */
  webEndpoint?: string;
}

/** What the page's HTML tells its script. The same for every pass. */
export interface JoinPageShell {
  sdk: SdkFiles;
  /** Of a meeting. `{code}`, `{status}`, `{host}` and `{number}` are filled in by the script. */
  texts: Readonly<Record<JoinPageText, string>>;
  /** Where a webinar is spoken of in other words. */
  webinarTexts: Readonly<Partial<Record<JoinPageText, string>>>;
}
