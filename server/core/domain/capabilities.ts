/** What a host can do for the application. Where it cannot, the application has a fallback. */
export interface Capabilities {
  /**
   * Mattermost serves our routes and says whose session a request came with. Without: buttons lead to an address of our
   * own, and we believe who pressed only together with a context that we signed for that person.
   */
  sessions: boolean;
  /**
   * A message can be shown to one person alone at any time, and changed there. Without: a command can be answered five
   * times within half an hour, and secrets go out by direct message.
   */
  privatePosts: boolean;
  /** The System Console has a page with our settings. Without: they are in the service's configuration. */
  settingsPage: boolean;
  /**
   * What we store lies beside Mattermost's posts, so that a back-up holds both as they were at one time. Without: the
   * posts of cards are signed, and are taken up again by a store that was restored.
   */
  storedBesidePosts: boolean;
}

/** The hosts side by side. */
// prettier-ignore
export const CAPABILITIES = {
  plugin:  {sessions: true,  privatePosts: true,  settingsPage: true,  storedBesidePosts: true},
  service: {sessions: false, privatePosts: false, settingsPage: false, storedBesidePosts: false},
} as const satisfies Record<string, Capabilities>;
