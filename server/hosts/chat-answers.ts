import {
  botShutOut,
  chatRefused,
  chatUnavailable,
  type FileObstacle,
  fileRefused,
} from '../core/ports/port-error.js';

/** How Mattermost says that it did not carry out a call; both fields are unknown where it said nothing in time. */
export interface Refusal {
  /** Of HTTP. */
  status: number | undefined;
  /** Mattermost's own name of the error, '' for none. */
  id: string;
}

/**
 * - missing: there is no such thing, and there will not be: this alone is for good.
 * - refused: Mattermost knows us and says no, as things are.
 * - shut-out: Mattermost does not let the bot in.
 * - not-now: it says nothing of what was asked.
 */
type Meaning = 'missing' | 'refused' | 'shut-out' | 'not-now';

/**
 * Mattermost's names for "there is no such thing" (server/channels/app), the same over REST and the plugin API. Any
 * other 404, such as that of an address unknown to the server, says nothing of the thing.
 */
const MISSING: ReadonlySet<string> = new Set([
  'app.channel.get.existing.app_error',
  'app.channel.get_channels.not_found.app_error',
  'app.channel.get_member.missing.app_error',
  'app.command_webhook.get.missing',
  'app.post.get.app_error',
  'app.role.get_by_name.app_error',
  'app.team.get.find.app_error',
  'app.team.get_member.missing.app_error',
  'app.user.missing_account.const',
]);

/** By status; what is not here is not now: 5xx, 429 for too many calls, silence, and whatever nobody thought of. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  400: 'refused',
  401: 'shut-out',
  403: 'refused',
  413: 'refused',
};

/** The one table of what a failed call means. Whoever owes something goes on owing it, unless it is `missing`. */
export function meaningOf({status, id}: Refusal): Meaning {
  if (status === 404 && MISSING.has(id)) return 'missing';
  return (status === undefined ? undefined : MEANINGS[status]) ?? 'not-now';
}

/** Mattermost's names for "no files here": `FileSettings.EnableFileAttachments` is off, or `DriverName` is empty. */
const FILES_OFF: ReadonlySet<string> = new Set([
  'api.file.attachments.disabled.app_error',
  'api.file.no_driver.app_error',
]);
const FILE_OBSTACLES: Readonly<Record<number, FileObstacle>> = {
  400: 'not-taken',
  403: 'not-taken',
  413: 'too-large',
};

/** `undefined`: it is not about the file. */
function obstacleOf({status, id}: Refusal): FileObstacle | undefined {
  if (FILES_OFF.has(id)) return 'files-off';
  return status === undefined ? undefined : FILE_OBSTACLES[status];
}

const REJECTED_WITH = {
  missing: chatRefused,
  refused: chatRefused,
  'shut-out': botShutOut,
  'not-now': chatUnavailable,
} as const satisfies Record<Meaning, unknown>;

/** The result of a host's calls to Mattermost: their answer, or an error of the chat's (`isChatError`). */
export interface ChatAnswers {
  answered: <T>(call: Promise<T>) => Promise<T>;
  /** As `answered`, but what does not exist is `undefined`. */
  answeredOrMissing: <T>(call: Promise<T>) => Promise<T | undefined>;
  /** As `answered`, of an upload, which may reject with `file-refused` as well. */
  uploaded: <T>(call: Promise<T>) => Promise<T>;
}

/** `refusalIn`: what Mattermost said; `undefined` for anything else, such as a lost connection. */
export function createChatAnswers(refusalIn: (error: unknown) => Refusal | undefined): ChatAnswers {
  const refusalOf = (error: unknown): Refusal => refusalIn(error) ?? {status: undefined, id: ''};
  const meaning = (error: unknown): Meaning => meaningOf(refusalOf(error));
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const fail = (error: unknown): never => {
    throw REJECTED_WITH[meaning(error)](messageOf(error), {cause: error});
  };
  return {
    answered: (call) => call.catch(fail),
    answeredOrMissing: (call) =>
      call.catch((error) => (meaning(error) === 'missing' ? undefined : fail(error))),
    uploaded: (call) =>
      call.catch((error) => {
        const obstacle = obstacleOf(refusalOf(error));
        if (obstacle === undefined) return fail(error);
        throw fileRefused(obstacle, messageOf(error), {cause: error});
      }),
  };
}
