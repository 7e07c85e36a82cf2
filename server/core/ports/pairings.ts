/** A browser that wants to act for a person; the two are connected by a code that the person types. */
export interface NewPairing {
  /** What the person types and confirms, for example `K7QM-2XPD`. */
  code: string;
  /** What the browser keeps to itself. */
  secret: string;
}

/** A browser that acts for a person. */
export interface PairedBrowser {
  /** By which its person names it; tells nothing of its token. */
  id: string;
  /** Milliseconds since the epoch. */
  since: number;
}

/**
 * Browsers that act for people where no session says who they are. Codes live for five minutes and are good for one
 * browser; tokens live for 90 days. Nothing that is stored could be used by somebody who reads it. Rejects with
 * `store-unavailable` or `record-unreadable`.
 */
export interface Pairings {
  open(): Promise<NewPairing>;
  /** The code as the browser shows it, if it waits for somebody to confirm it. */
  waiting(typed: string): Promise<string | undefined>;
  /** False: there is no such code, it is too old, or somebody has confirmed it already. */
  confirm(code: string, userId: string): Promise<boolean>;
  /** `token`: from now on the browser is that person's · waiting: nobody has confirmed the code · gone: ask again. */
  claim(secret: string): Promise<{token: string} | 'waiting' | 'gone'>;
  /** The person for whom the browser with this token acts. */
  userOf(token: string): Promise<string | undefined>;
  /** The person's account was deactivated: their browsers act for nobody any more, even when it comes back. */
  end(userId: string): Promise<void>;
  /** The person for whom a browser acted that was ended. */
  formerUserOf(token: string): Promise<string | undefined>;
  /** The person's, the newest first. */
  list(userId: string): Promise<readonly PairedBrowser[]>;
  /** False: the person has no such browser. */
  disconnect(userId: string, id: string): Promise<boolean>;
  /** None of the person's browsers is connected any more. */
  forget(userId: string): Promise<void>;
}
