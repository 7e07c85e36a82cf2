import {GobNamed} from '../wire/gob/gob-named.js';
import {appError, type AppErrorValue} from './models/app-error.js';
import {errorString} from './models/error-string.js';
import type {GobValue} from '../wire/gob/type.js';

/**
 * What the other side says instead of a result: an AppError of Mattermost, or any other Go error, which has no status.
 * A hook may throw one to say no in the same way.
 *
 * @example Refuse a command with a status
 * ```ts
 * import {ApiError} from './protocol/api-error.js';
 * import type {MattermostPlugin} from './protocol/plugin/mattermost-plugin.js';
 *
 * export const executeCommand: MattermostPlugin['executeCommand'] = async ({ChannelId = ''}) => {
 *   if (ChannelId === '') throw new ApiError('This command needs a channel.', 400);
 *   return {Text: 'Done.'};
 * };
 * ```
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** HTTP status of an AppError. */
    readonly status?: number,
    /** Id of an AppError, for example `store.sql_channel.get.existing.app_error`. */
    readonly id = '',
    readonly details = '',
  ) {
    super(message);
  }
}

/** Reads an `error` or `*model.AppError` result; `undefined`: there was no error. */
export function toApiError(failure: unknown): ApiError | undefined {
  if (failure === undefined || failure === null) return undefined;
  if (!(failure instanceof GobNamed)) return fromAppError(failure);
  if (failure.name === appErrorName) return fromAppError(failure.value as AppErrorValue);
  const {Err} = (failure.value ?? {}) as GobValue<typeof errorString>;
  return new ApiError(Err ?? failure.name);
}

/** An error as an `error` result. */
export function toErrorResult(error: unknown): GobNamed {
  return new GobNamed(errorStringName, {Err: messageOf(error)});
}

/** An error as an `*model.AppError` result; anything but a refusal is a failure of the server, as in Mattermost. */
export function toAppError(error: unknown, where: string): AppErrorValue {
  if (!(error instanceof ApiError)) {
    return {Id: 'app.error', Message: messageOf(error), StatusCode: 500, Where: where};
  }
  const {id, message, details, status = 500} = error;
  return {Id: id, Message: message, DetailedError: details, StatusCode: status, Where: where};
}

const appErrorName = '*model.AppError';
const errorStringName = '*plugin.ErrorString';

/** The errors among the types that both ends know by name. */
export const errorTypes = {[appErrorName]: appError, [errorStringName]: errorString};

function fromAppError({Id, Message, DetailedError, StatusCode}: AppErrorValue): ApiError {
  return new ApiError(Message ?? Id ?? 'unknown error', StatusCode ?? 500, Id ?? '', DetailedError ?? '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
