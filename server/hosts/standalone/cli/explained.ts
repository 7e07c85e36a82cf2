import {RestError} from '../mattermost/rest-error.js';

/** @throws Error that says what Mattermost did not do, and why */
export async function explained<T>(what: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    throw new Error(`Mattermost did not ${what}: ${error.message}`, {cause: error});
  }
}
