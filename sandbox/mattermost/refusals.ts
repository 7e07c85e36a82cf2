import {ApiError} from '../../server/protocol/api-error.js';

/** 404, with the id that Mattermost gives it. */
export function notFound(id: string, what: string): ApiError {
  return new ApiError(`Unable to find the existing ${what}.`, 404, id);
}

/** 400, with the id that Mattermost gives it. */
export function invalid(id: string, message: string): ApiError {
  return new ApiError(message, 400, id);
}

/** 403, with the one sentence that Mattermost has for all of them. */
export function forbidden(id = 'api.context.permissions.app_error'): ApiError {
  return new ApiError('You do not have the appropriate permissions.', 403, id);
}
