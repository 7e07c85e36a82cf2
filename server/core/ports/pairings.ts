/** A browser that wants to act for a person; the two are connected by a code that the person types. */
export interface NewPairing {
  /** What the person types, for example `K7QM-2XPD`. */
  code: string;
  /** What the browser keeps to itself. */
  secret: string;
}

/**
 * Browsers that act for people where no session says who they are. Codes live for five minutes and are good for one
 * browser; tokens live for 90 days. Nothing that is stored could be used by somebody who reads it. Rejects with
 * `store-unavailable` or `record-unreadable`.
 */
export interface Pairings {
  open(): Promise<NewPairing>;
  /** False: there is no such code, it is too old, or somebody has typed it already. */
  confirm(code: string, userId: string): Promise<boolean>;
  /** `token`: from now on the browser is that person's · waiting: nobody has typed the code · gone: ask again. */
  claim(secret: string): Promise<{token: string} | 'waiting' | 'gone'>;
  /** The owner of the token. */
  userOf(token: string): Promise<string | undefined>;
  /** None of the person's browsers is connected any more. */
  forget(userId: string): Promise<void>;
}
