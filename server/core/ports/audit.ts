/** Whose consent a connection to Zoom stands for: a person's own, or an administrator's for everybody. */
export type Grant = 'person' | 'account';

/**
 * Why a connection ended that nobody here had ended:
 * - revoked: Zoom takes its tokens no more; the consent was withdrawn, or a later one took its place.
 * - deauthorized: Zoom told us, by a webhook, that the app was removed.
 * - deactivated: the Mattermost account was.
 * - superseded: the same Zoom user belongs to somebody else here.
 * - unreadable: what is stored of it cannot be read, as after a new encryption key.
 */
export type ConnectionLoss = 'revoked' | 'deauthorized' | 'deactivated' | 'superseded' | 'unreadable';

/**
 * Why an attempt to connect came to nothing:
 * - state-unknown: it was never begun here, is too old, or was completed before.
 * - settings-changed: it began under other settings.
 * - other-person, other-browser: it was begun by somebody else, or somewhere else.
 * - not-admin: only a system administrator connects for everybody.
 * - not-allowed: guests, bots, deactivated people and people of other servers connect nothing.
 * - declined: the person said no in Zoom.
 * - zoom-refused: Zoom did not take the code, or gave no usable answer.
 * - wrong-scopes: Zoom granted less than is needed, or more than was asked for.
 * - wrong-account: the Zoom user belongs to another Zoom account than ours.
 * - zoom-user-taken: the Zoom user is connected to somebody else here.
 * - code-unknown: the code that confirms it is wrong, or too old.
 */
export type AttemptRefusal =
  | 'state-unknown'
  | 'settings-changed'
  | 'other-person'
  | 'other-browser'
  | 'not-admin'
  | 'not-allowed'
  | 'declined'
  | 'zoom-refused'
  | 'wrong-scopes'
  | 'wrong-account'
  | 'zoom-user-taken'
  | 'code-unknown';

/** As what somebody closed a meeting. */
export type EndedAs = 'host' | 'channel-admin';

/** As what somebody made a stream URL. */
export type SharedAs = EndedAs | 'system-admin';

/** As what somebody revoked one: the one who had made it, or the host of its meeting. */
export type RevokedAs = 'maker' | 'host' | 'system-admin';

/**
 * What happened to the connections to Zoom, which meetings were closed from here, which ways into them were made and
 * revoked, and what system administrators did in the Zoom account. Ids and codes alone: an audit log is kept for years,
 * and many may read it. `userId`: Mattermost's id of who did it, or of whose connection it was.
 */
export type AuditRecord =
  | {event: 'connect' | 'disconnect'; userId: string; grant: Grant}
  /** The account's connection stands for another consent now: of another administrator, or of another Zoom user. */
  | {event: 'account-replaced'; userId: string; grant: 'account'}
  | {event: 'connection-lost'; userId: string; grant: Grant; reason: ConnectionLoss}
  | {event: 'attempt-refused'; userId: string; grant: Grant; reason: AttemptRefusal}
  | {event: 'meeting-ended' | 'meeting-cancelled'; userId: string; cardId: string; as: EndedAs}
  /** A way into a meeting for people outside. `passId`: as lists show it; what leads in is in no log. */
  | {event: 'stream-url-made'; userId: string; passId: string; number: string; as: SharedAs}
  | {event: 'stream-url-revoked'; userId: string; passId: string; number: string; as: RevokedAs}
  /** A system administrator sent it as it is. `path`: without its query, and without addresses of people. */
  | {event: 'raw-request'; userId: string; method: string; path: string; isDone: boolean}
  /** What the API calls it. `zoomUserId`: whom it was about; `…` where an address named them. */
  | {event: 'account-request'; userId: string; operation: string; zoomUserId?: string; isDone: boolean};

/** Never throws, and nobody waits for it. */
export type Audit = (record: AuditRecord) => void;
