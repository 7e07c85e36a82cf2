import type {Action, Values} from './action.js';
import {bringHere, type BringHereDeps} from './bring-here.js';
import {chooseMeetingId} from './choose-meeting-id.js';
import {confirmPairing, type ConfirmPairingDeps} from './confirm-pairing.js';
import {leaveLink} from './leave-link.js';
import type {PressStartDeps} from './press-start.js';
import {joinAgain, type JoinAgainDeps} from './join-again.js';
import {postInvitationAction, type PostInvitationActionDeps} from './post-invitation.js';
import {registerPeopleAction, type RegisterPeopleActionDeps} from './register-people.js';
import {replaceAccount, type ReplaceAccountDeps} from './replace-account.js';
import {sendInvitationAction, type SendInvitationActionDeps} from './send-invitation.js';
import {sendRawAction, type SendRawActionDeps} from './send-raw.js';
import {setPreference, type SetPreferenceDeps} from './set-preference.js';
import {shareForMany, type ShareForManyDeps} from './share-for-many.js';
import {startAnother, type StartAnotherDeps} from './start-another.js';
import {startAsHost, type StartAsHostDeps} from './start-as-host.js';
import {startForMany} from './start-for-many.js';
import {startPlanned} from './start-planned.js';
import {tryAgain} from './try-again.js';

export type ActionDeps = StartAsHostDeps &
  StartAnotherDeps &
  PressStartDeps &
  ShareForManyDeps &
  PostInvitationActionDeps &
  SendInvitationActionDeps &
  JoinAgainDeps &
  RegisterPeopleActionDeps &
  BringHereDeps &
  SetPreferenceDeps &
  ConfirmPairingDeps &
  ReplaceAccountDeps &
  SendRawActionDeps;

/** Every button of ours; each has a route of its name. */
export const ACTIONS: readonly Action<Values, unknown, ActionDeps>[] = [
  startAsHost,
  startAnother,
  chooseMeetingId,
  startForMany,
  shareForMany,
  postInvitationAction,
  sendInvitationAction,
  startPlanned,
  joinAgain,
  registerPeopleAction,
  bringHere,
  leaveLink,
  tryAgain,
  setPreference,
  confirmPairing,
  replaceAccount,
  sendRawAction,
];
