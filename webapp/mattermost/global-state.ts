/** What of Mattermost's Redux store is read; a store of another version may lack any of it. */
export interface GlobalState {
  entities?: {
    general?: {config?: Readonly<Record<string, string | undefined>>};
    users?: {currentUserId?: string; profiles?: Readonly<Record<string, UserProfile | undefined>>};
    channels?: {currentChannelId?: string};
    teams?: {currentTeamId?: string};
    preferences?: {myPreferences?: Readonly<Record<string, {value?: string} | undefined>>};
    posts?: {posts?: Readonly<Record<string, Post | undefined>>};
  };
  views?: {threads?: {selectedThreadIdInTeam?: Readonly<Record<string, string | null | undefined>>}};
}

export interface UserProfile {
  id: string;
  username: string;
  is_bot?: boolean;
  first_name?: string;
  last_name?: string;
  nickname?: string;
  locale?: string;
  timezone?: {useAutomaticTimezone?: boolean | string; automaticTimezone?: string; manualTimezone?: string};
}

/** A post as the store holds it; `props` is whatever somebody wrote. */
export interface Post {
  id: string;
  user_id: string;
  channel_id: string;
  root_id: string;
  type: string;
  message: string;
  create_at: number;
  props?: Readonly<Record<string, unknown>> | null;
}

export interface Store {
  getState(): GlobalState;
  dispatch(action: {type: string}): unknown;
  subscribe(listener: () => void): () => void;
}
