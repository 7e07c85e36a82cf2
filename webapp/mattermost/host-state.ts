import type {HostPost} from './registry.js';

/** A person as the page knows them. */
export interface HostUser {
  id: string;
  username: string;
  locale?: string;
  is_bot?: boolean;
  last_picture_update?: number;
  timezone?: Readonly<Record<string, string>> | null;
}

/** A channel as the page knows it. */
export interface HostChannel {
  id: string;
  type: string;
  /** Of a direct channel: the ids of the two, with two underscores between. */
  name: string;
  display_name?: string;
  /** Of a direct channel: `''`. */
  team_id?: string;
  /** Not 0: archived. */
  delete_at?: number;
}

/** What somebody is in a channel. */
export interface HostMembership {
  /** With blanks between. */
  roles?: string;
  scheme_admin?: boolean;
}

/** The part of the page's store that this script reads. All of it may be missing for a moment while a page loads. */
export interface HostState {
  entities: {
    general: {config: {SiteURL?: string; CollapsedThreads?: string}};
    users: {currentUserId: string; profiles: Readonly<Record<string, HostUser>>};
    posts: {posts: Readonly<Record<string, HostPost>>};
    channels: {
      currentChannelId: string;
      channels?: Readonly<Record<string, HostChannel>>;
      /** What the reader is in each channel. */
      myMembers?: Readonly<Record<string, HostMembership>>;
    };
    teams: {currentTeamId: string; teams?: Readonly<Record<string, {name: string}>>};
    preferences: {myPreferences: Readonly<Record<string, {value: string}>>};
  };
  views?: {
    threads?: {selectedThreadIdInTeam?: Readonly<Record<string, string | null>>};
    /** The right-hand side; `''`: it shows no thread. */
    rhs?: {selectedPostId?: string};
  };
}

/** The part of a Redux store that this script uses. */
export interface HostStore {
  getState(): HostState;
  /** For what the page itself gave to be dispatched, and nothing else. */
  dispatch(action: unknown): unknown;
  subscribe(listener: () => void): () => void;
}

export const currentUser = ({entities: {users}}: HostState): HostUser | undefined =>
  users.profiles[users.currentUserId];

/** `''` while none is open, as in the Threads view. */
export const currentChannel = ({entities}: HostState): string => entities.channels.currentChannelId;

/** Whether this plugin's bot has that account: a name alone proves nothing, and only the server sets `is_bot`. */
export const isOurBot = (user: Pick<HostUser, 'username' | 'is_bot'> | undefined): boolean =>
  user?.is_bot === true && user.username === 'zoom';

export const selectedThread = ({entities, views}: HostState): string | undefined =>
  views?.threads?.selectedThreadIdInTeam?.[entities.teams.currentTeamId] ?? undefined;

/** A preference of the reader; the page's keys are the category and the name with two dashes between. */
export const preference = (
  {entities: {preferences}}: HostState,
  category: string,
  name: string,
): string | undefined => preferences.myPreferences[`${category}--${name}`]?.value;
