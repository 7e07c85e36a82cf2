import type {Sessions} from '../sessions.js';
import type {State} from '../state.js';
import {OK, optionalField, type RestRoute, textField} from './call.js';
import {foundUser} from './find-or-refuse.js';
import {requireSystemAdmin} from './require.js';
import {RestError} from './rest-error.js';

/** Personal access tokens, those of bots among them, and what somebody hears who wants to sign in as a bot. */
export function tokenRoutes(state: State, sessions: Sessions): readonly RestRoute[] {
  return [
    {
      method: 'post',
      path: '/users/:user_id/tokens',
      run: (call) => {
        requireSystemAdmin(call);
        const {id} = foundUser(state, call.params['user_id'] ?? '');
        return sessions.addToken(id, textField(call.body, 'description'));
      },
    },
    {
      method: 'get',
      path: '/users/:user_id/tokens',
      run: (call) => {
        requireSystemAdmin(call);
        return sessions.tokensOf(call.params['user_id'] ?? '');
      },
    },
    {
      method: 'post',
      path: '/users/tokens/revoke',
      run: (call) => {
        requireSystemAdmin(call);
        sessions.revokeToken(textField(call.body, 'token_id'));
        return OK;
      },
    },
    {method: 'post', path: '/users/login', runForAnybody: ({body}) => refuseLogin(state, body)},
  ];
}

/**
 * Nobody has a password here, so nobody gets in; but what an account is comes before its password, and is told.
 * Source: `login` in server/channels/api4/user.go, checkUserNotDisabled and checkUserNotBot in
 * server/channels/app/authentication.go
 */
function refuseLogin(state: State, body: unknown): never {
  const name = optionalField(body, 'login_id');
  const user = [...state.users.values()].find(({username}) => username === name);
  if (user !== undefined && user.delete_at !== 0) {
    throw new RestError(
      401,
      'api.user.login.inactive.app_error',
      'Login failed because your account has been deactivated.',
    );
  }
  if (user?.is_bot === true) {
    throw new RestError(401, 'api.user.login.bot_login_forbidden.app_error', 'Bot login is forbidden.');
  }
  throw new RestError(
    401,
    'api.user.login.invalid_credentials_username',
    'Enter a valid username and/or password.',
  );
}
