/** What the page to join says in its own words, by name; the server fills in the reader's language. */
export const JOIN_PAGE_TEXTS = [
  // The form.
  'meeting',
  'webinar',
  'number',
  'name',
  'nameNeeded',
  'email',
  'emailNeeded',
  'remember',
  'joinMeeting',
  'joinWebinar',
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
  'signInToZoom',
  'elsewhere',
  'hostElsewhere',
  'notInBrowsers',
  'misconfigured',
  'sdkMissing',
  'sdkOther',
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
  'openApp',
  'openZoom',
] as const;

export type JoinPageText = (typeof JOIN_PAGE_TEXTS)[number];

/** The element that holds {@link JoinPageShell} as JSON. */
export const JOIN_PAGE_SHELL_ID = 'join-page-shell';

/** What the page's HTML tells its script. The same for every pass. */
export interface JoinPageShell {
  /** Where Zoom's Meeting SDK lies: `base` without a slash at the end. */
  sdk: {base: string; version: string};
  /** `{code}`, `{status}`, `{host}` and `{number}` are filled in by the script. */
  texts: Readonly<Record<JoinPageText, string>>;
}
