import type {SimulatorState} from '../state/create-state.js';

/** A person has taken the app from those they have added. */
export interface Deauthorisation {
  name: 'app_deauthorized';
  userId: string;
  accountId: string;
  at: number;
}

/**
 * The body of `app_deauthorized`, which has no `object`. The signature in it is of no use: those who receive it have no
 * key for it. `user_data_retention` is a text. Source: https://developers.zoom.us/docs/integrations/oauth/
 */
export function deauthorisationBody(
  {account, ids}: SimulatorState,
  {name, userId, accountId, at}: Deauthorisation,
): string {
  const payload = {
    user_data_retention: 'false',
    account_id: accountId,
    user_id: userId,
    signature: ids.secret(),
    deauthorization_time: new Date(at).toISOString(),
    client_id: account.clientId,
    event_ts: at,
  };
  return JSON.stringify({event: name, event_ts: at, payload});
}
