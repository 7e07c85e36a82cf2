import {GRANTED_SCOPES, type SimulatorState} from './state/create-state.js';
import type {AccountChanges, AppType, SimulatedAccount} from './state/records.js';

/** What is done to the app on its pages in Zoom's Marketplace. */
export interface AppActions {
  /** Or to the role of its developer. */
  changeAccount: (changes: AccountChanges) => SimulatedAccount;
  /**
   * Makes it an app of this kind in which everything is right, whatever was changed before. Its client ID and secret
   * stay, so nobody has to enter them again. `redirectUris`: default: those that were given here last.
   */
  setUpApp: (appType: AppType, redirectUris?: readonly string[]) => SimulatedAccount;
}

export function createAppActions(state: SimulatorState): AppActions {
  let rightRedirects: readonly string[] = [];
  const changeAccount: AppActions['changeAccount'] = (changes) => {
    Object.assign(state.account, changes);
    state.changed();
    return state.account;
  };
  return {
    changeAccount,
    setUpApp(appType, redirectUris = rightRedirects) {
      rightRedirects = redirectUris;
      return changeAccount({
        appType,
        redirectUris,
        scopes: GRANTED_SCOPES,
        isActivated: true,
        isPublished: false,
        isPreApproved: true,
        mayManageUsers: true,
      });
    },
  };
}
