import type {Gathering} from './gathering.js';
import type {Participant} from './participant.js';

/** A person in Zoom. Not given: licensed, active, address confirmed, in the account of the simulator. */
export interface SimulatedUser {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** `expired`: invited, and the invitation has run out, which Zoom answers with its code 1120. */
  status: 'active' | 'pending' | 'inactive' | 'expired';
  /** 1: Zoom has confirmed the address. */
  verified: 0 | 1;
  /** Another than the simulator's: Zoom knows the person, but not for us (code 1010). */
  accountId: string;
  /** 1: Basic, of whose meetings nothing is told afterwards · 2: Licensed · 4: Unassigned · 99: None. */
  type: 1 | 2 | 4 | 99;
  /** False: nobody has bought them webinars. */
  hasWebinars: boolean;
  /** Personal meeting ID. */
  pmi: number;
  /** False: they, or their admin, have switched off meetings under the personal ID. */
  hasPersonalRoom: boolean;
  timezone: string;
  dept: string;
  createdAt: number;
  /** Join links carry the passcode. */
  embedsPasscode: boolean;
  /** In their account. An app that an admin manages is authorised by an admin or the owner alone. */
  role: 'owner' | 'admin' | 'member';
}

/** What can be changed of a person who is in Zoom already. */
export type UserChanges = Partial<
  Pick<SimulatedUser, 'email' | 'status' | 'role' | 'type' | 'hasPersonalRoom' | 'hasWebinars'>
>;

/** Zoom's numbers: 1 instant · 2 scheduled · 3 recurring without time · 4 personal room · 8 recurring. */
export type MeetingType = 1 | 2 | 3 | 4 | 8;

export interface SimulatedMeeting extends Gathering {
  type: MeetingType;
  /** The host lets everybody else in, one by one. */
  waitingRoom: boolean;
  /** Others may begin without the host. */
  joinBeforeHost: boolean;
  /** Who waits, for the host or to be let in. */
  waiting: readonly Participant[];
}

/** 5 takes place once · 6 recurring without times · 9 a series */
export type WebinarType = 5 | 6 | 9;

export interface SimulatedWebinar extends Gathering {
  type: WebinarType;
  panelists: readonly Panelist[];
}

/** Who speaks in a webinar. */
export interface Panelist {
  id: string;
  name: string;
  email: string;
  token: string;
}

export type AnyGathering = SimulatedMeeting | SimulatedWebinar;

export const isWebinar = (gathering: AnyGathering): gathering is SimulatedWebinar => 'panelists' in gathering;

/** What can be changed of an account while it is in use. */
export type AccountChanges = Partial<
  Pick<
    SimulatedAccount,
    | 'scopes'
    | 'appType'
    | 'redirectUris'
    | 'isActivated'
    | 'isPublished'
    | 'isPreApproved'
    | 'refreshGraceMs'
    | 'mayManageUsers'
    | 'acceptsJwt'
    | 'waitingRoom'
    | 'joinBeforeHost'
    | 'moves'
    | 'pastDataLagMs'
  >
>;

/**
 * server_to_server: signs in by itself · general_user: a General app that each person authorises for themselves ·
 * general_admin: one that an admin authorises for the whole account.
 */
export type AppType = 'server_to_server' | 'general_user' | 'general_admin';

/**
 * How Zoom tells of a move between rooms; both ways have been seen. named: the move alone · leftAndJoined: also as
 * leaving the one and joining the other, with another `user_id` there
 */
export type MoveWay = 'named' | 'leftAndJoined';

/** The Zoom account and the app in it that the plugin signs in as. */
export interface SimulatedAccount {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Of another app, a General app with the Meeting SDK switched on. */
  readonly sdkClientId: string;
  readonly sdkClientSecret: string;
  /** Signs webhooks. */
  readonly secretToken: string;
  /** The header of webhooks before there were signatures. */
  readonly verificationToken: string;
  /** As people read it who are asked for their consent. */
  readonly appName: string;
  /**
   * Chosen for the app. A token has the scopes of the moment in which it was issued, or in which a person consented; an
   * app that people authorise for themselves has them without `:admin`.
   */
  scopes: readonly string[];
  appType: AppType;
  /** Where a General app may send a browser back to: the whole addresses. */
  redirectUris: readonly string[];
  /** False: private. It admits only people of the developer's own account, and nobody tells it of a deauthorisation. */
  isPublished: boolean;
  /** False: the account's admin wants to approve apps, and has not approved this one, or not any more. */
  isPreApproved: boolean;
  /** How long a refresh token still works after it was exchanged for the next one. */
  refreshGraceMs: number;
  /** False: the app was never activated, or has been deactivated. */
  isActivated: boolean;
  /** False: the role of the app's developer lets it see no other users. */
  mayManageUsers: boolean;
  /** False: the state of every JWT app since September 2023. */
  acceptsJwt: boolean;
  /** Of meetings for which nothing else was wished. */
  waitingRoom: boolean;
  joinBeforeHost: boolean;
  moves: MoveWay;
  /** How long after its end nothing is known yet of an occurrence that is over. */
  pastDataLagMs: number;
}

/** What a person has allowed the app. The tokens that came of it are no part of this. */
export interface Consent {
  readonly id: string;
  readonly userId: string;
  /** The person's. Of a published app it may be another than the developer's. */
  readonly accountId: string;
  readonly scopes: readonly string[];
  readonly at: number;
  /**
   * `allowed`: the app has not fetched its tokens yet · `connected` · `superseded` by a newer one of the same person ·
   * `revoked` by the person or by the app.
   */
  status: 'allowed' | 'connected' | 'superseded' | 'revoked';
}
