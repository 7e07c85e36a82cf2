import {issuePair, type TokenBody} from './oauth/issue-pair.js';
import {requireKnownUser} from './state/add-user.js';
import {addConsent, connect, revokeConsents} from './state/consents.js';
import type {SimulatorState} from './state/create-state.js';
import type {SimulatedUser, UserChanges} from './state/records.js';
import type {Deauthorisation} from './webhooks/deauthorisation-body.js';

/** What happens to people in Zoom, and between them and the app. Somebody whom Zoom does not know throws. */
export interface PeopleActions {
  /** Like all that follow, by id or address. */
  changeUser: (user: string, changes: UserChanges) => SimulatedUser;
  /** Takes the person out of Zoom; their tokens lose their owner. */
  removeUser: (user: string) => void;
  /**
   * Tokens as from a consent and its code, without a browser: what other software got with the same app. Earlier ones
   * of the person die.
   */
  issueTokens: (user: string) => TokenBody;
  /** The person takes the app from those they have added. Throws where they have added none. */
  revokeConsent: (user: string) => void;
  /** Every access token has run out; refresh tokens have not. */
  expireAccessTokens: () => void;
  /** All tokens die, as after a new secret or a deactivated app. */
  revokeTokens: () => void;
}

/** `emit`: tells the app, where Zoom tells it. `url`: the simulator's own address. */
export function createPeopleActions({
  state,
  url,
  emit,
}: {
  state: SimulatorState;
  url: string;
  emit: (event: Deauthorisation) => void;
}): PeopleActions {
  return {
    changeUser: (who, changes) => {
      const user = Object.assign(requireKnownUser(state, who), changes);
      state.changed();
      return user;
    },
    removeUser: (who) => {
      state.users.splice(state.users.indexOf(requireKnownUser(state, who)), 1);
      state.changed();
    },
    issueTokens: (who) => {
      const consent = addConsent(state, requireKnownUser(state, who));
      connect(state, consent);
      return issuePair(state, url, consent);
    },
    revokeConsent: (who) => {
      const {id: userId, accountId} = requireKnownUser(state, who);
      if (!revokeConsents(state, userId)) throw new Error(`${who} has not added the app.`);
      if (state.account.isPublished) {
        emit({name: 'app_deauthorized', userId, accountId, at: state.clock.now()});
      }
    },
    expireAccessTokens: () => {
      for (const token of state.tokens.values()) token.expiresAt = state.clock.now();
    },
    revokeTokens: () => {
      state.tokens.clear();
      state.refreshTokens.clear();
    },
  };
}
