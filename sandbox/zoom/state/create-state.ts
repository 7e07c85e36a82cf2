import type {Clock, Random} from '../environment.js';
import {type Archive, createArchive} from './archive.js';
import {createIds, type Ids} from './create-ids.js';
import type {
  Consent,
  SimulatedAccount,
  SimulatedMeeting,
  SimulatedUser,
  SimulatedWebinar,
} from './records.js';

/** What the product asks for; the admin of a real app ticks the same names in Zoom's Marketplace. */
export const GRANTED_SCOPES = [
  'user:read:user:admin',
  'meeting:write:meeting:admin',
  'meeting:read:meeting:admin',
  'meeting:read:past_meeting:admin',
  'meeting:read:list_past_participants:admin',
  'meeting:read:participant:admin',
  'meeting:update:status:admin',
  'meeting:delete:meeting:admin',
  'meeting:update:meeting:admin',
  'meeting:read:list_meetings:admin',
  'meeting:read:list_upcoming_meetings:admin',
  'meeting:read:invitation:admin',
  'meeting:read:list_registrants:admin',
  'meeting:write:registrant:admin',
  'meeting:read:summary:admin',
  'webinar:write:webinar:admin',
  'webinar:read:webinar:admin',
  'webinar:update:status:admin',
  'webinar:read:list_webinars:admin',
  'webinar:read:list_panelists:admin',
  'webinar:read:list_registrants:admin',
  'webinar:write:registrant:admin',
  'webinar:read:list_past_instances:admin',
  'webinar:read:list_past_participants:admin',
  'cloud_recording:read:list_user_recordings:admin',
  'cloud_recording:read:list_recording_files:admin',
  'user:read:list_users:admin',
  'user:write:user:admin',
  'user:update:user:admin',
  'user:delete:user:admin',
  'phone:read:list_call_recordings:admin',
  'phone:read:list_recordings:admin',
  'phone:read:call_recording:admin',
  'team_chat:read:list_user_channels:admin',
  'team_chat:read:list_user_messages:admin',
];

/** Everything the simulator knows; every change ends with a call of `changed`. */
export interface SimulatorState {
  /** The simulator's own address, of which its links are made. */
  readonly url: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly account: SimulatedAccount;
  readonly users: SimulatedUser[];
  readonly meetings: SimulatedMeeting[];
  readonly webinars: SimulatedWebinar[];
  readonly archive: Archive;
  /** Bearer tokens that were issued and not revoked. */
  readonly tokens: Map<string, IssuedToken>;
  /** Refresh tokens, those that were exchanged as well. */
  readonly refreshTokens: Map<string, IssuedRefreshToken>;
  /** Authorisation codes that were not used yet. */
  readonly codes: Map<string, IssuedCode>;
  /** All that ever were, oldest first. */
  readonly consents: Consent[];
  readonly changed: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

export interface IssuedToken {
  expiresAt: number;
  scopes: readonly string[];
  /** Issued for a grant with which no API may be called. */
  isUseless: boolean;
  /** Of whom it was issued for; `undefined`: for nobody but the app itself. */
  consentId: string | undefined;
}

export interface IssuedRefreshToken {
  consentId: string;
  expiresAt: number;
  /** When it was exchanged for the next one. */
  exchangedAt: number | undefined;
}

export interface IssuedCode {
  consentId: string;
  expiresAt: number;
  /** For which it was issued, and with which it has to come back. */
  redirectUri: string;
  /** By S256. */
  codeChallenge: string | undefined;
}

export function createState(clock: Clock, random: Random, url: string): SimulatorState {
  const ids = createIds(random);
  const listeners = new Set<() => void>();
  return {
    url,
    clock,
    ids,
    account: {
      id: ids.opaque(),
      clientId: ids.opaque(),
      clientSecret: ids.secret(),
      apiKey: ids.opaque(),
      apiSecret: ids.secret(),
      sdkClientId: ids.opaque(),
      sdkClientSecret: ids.secret(),
      secretToken: ids.opaque(),
      verificationToken: ids.opaque(),
      appName: 'Zoom for Mattermost',
      scopes: GRANTED_SCOPES,
      appType: 'server_to_server',
      redirectUris: [],
      isPublished: false,
      isPreApproved: true,
      refreshGraceMs: 0,
      isActivated: true,
      mayManageUsers: true,
      acceptsJwt: true,
      waitingRoom: false,
      joinBeforeHost: false,
      moves: 'leftAndJoined',
      pastDataLagMs: 0,
    },
    users: [],
    meetings: [],
    webinars: [],
    archive: createArchive(),
    tokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    consents: [],
    changed: () => listeners.forEach((listener) => listener()),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
