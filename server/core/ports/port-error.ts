import type {ZoomProblem} from '../domain/zoom-problem.js';

/**
 * too-large: for the server, or for the proxy before it · files-off: it takes no files, or has nowhere to keep them ·
 * not-taken: the bot may not upload there, or something in Mattermost wants none of this kind
 */
export type FileObstacle = 'too-large' | 'files-off' | 'not-taken';

/** Why a port did not do what it was asked, by its code, with what is known of it. */
interface DetailsOf {
  /**
   * `logFields`: endpoint, status, Zoom's code and tracking id; never a token, an address or a body. `isUnsent`: there
   * was no token to ask with, so Zoom has done nothing.
   */
  'zoom-trouble': {
    problem: ZoomProblem;
    logFields: Readonly<Record<string, string | number>>;
    isUnsent?: true;
  };
  /** Mattermost said no to this, as things are: asking again helps once somebody has changed something there. */
  'chat-refused': undefined;
  /** Mattermost did not take the file that goes with a post; without it, the post can be written. */
  'file-refused': {because: FileObstacle};
  /** Mattermost failed or did not answer: it may work later. */
  'chat-unavailable': undefined;
  /** Mattermost does not let the bot in: its account is disabled, or its token no longer counts. */
  'bot-shut-out': undefined;
  /** The store did not carry out a read or a write: it may work later. */
  'store-unavailable': undefined;
  /**
   * What is stored cannot be read by this version of the product: it is damaged, or a newer version wrote it. It stays
   * as it is, so that asking again helps once a version runs that can read it. The log has named the row.
   */
  'record-unreadable': undefined;
}

export type PortErrorCode = keyof DetailsOf;

class CodedError<Code extends PortErrorCode> extends Error {
  override readonly name = 'PortError';
  constructor(
    readonly code: Code,
    message: string,
    readonly details: DetailsOf[Code],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What every port rejects with, and nothing else. The code narrows the details. */
export type PortError<Code extends PortErrorCode = PortErrorCode> = {[Each in Code]: CodedError<Each>}[Code];

export const isPortError = (error: unknown): error is PortError => error instanceof CodedError;

/** @example if (hasCode(error, 'zoom-trouble')) return error.details.problem; */
export const hasCode = <Code extends PortErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is PortError<Code> => isPortError(error) && codes.some((code) => code === error.code);

export type ChatErrorCode = 'chat-refused' | 'chat-unavailable' | 'bot-shut-out';

/** Mattermost did not do it. */
export const isChatError = (error: unknown): error is PortError<ChatErrorCode> =>
  hasCode(error, 'chat-refused', 'chat-unavailable', 'bot-shut-out');

/** The store did not do it, or nobody can read what is there. */
export const isStoreError = (error: unknown): error is PortError<'store-unavailable' | 'record-unreadable'> =>
  hasCode(error, 'store-unavailable', 'record-unreadable');

export const zoomTrouble = (
  problem: ZoomProblem,
  logFields: Readonly<Record<string, string | number>> = {},
  options?: ErrorOptions,
): PortError<'zoom-trouble'> =>
  new CodedError('zoom-trouble', `Zoom: ${problem.kind}`, {problem, logFields}, options);

/** The same trouble, which came before anything was asked for. */
export const unsent = (error: PortError<'zoom-trouble'>): PortError<'zoom-trouble'> =>
  new CodedError('zoom-trouble', error.message, {...error.details, isUnsent: true}, {cause: error});

export const chatRefused = (message: string, options?: ErrorOptions): PortError<'chat-refused'> =>
  new CodedError('chat-refused', message, undefined, options);

export const fileRefused = (
  because: FileObstacle,
  message: string,
  options?: ErrorOptions,
): PortError<'file-refused'> => new CodedError('file-refused', message, {because}, options);

export const chatUnavailable = (message: string, options?: ErrorOptions): PortError<'chat-unavailable'> =>
  new CodedError('chat-unavailable', message, undefined, options);

export const botShutOut = (message: string, options?: ErrorOptions): PortError<'bot-shut-out'> =>
  new CodedError('bot-shut-out', message, undefined, options);

export const storeUnavailable = (message: string, options?: ErrorOptions): PortError<'store-unavailable'> =>
  new CodedError('store-unavailable', message, undefined, options);

/** `row`: what the row is called in the log. */
export const recordUnreadable = (row: string): PortError<'record-unreadable'> =>
  new CodedError(
    'record-unreadable',
    `This version cannot read the row ${row}, which stays as it is`,
    undefined,
  );
