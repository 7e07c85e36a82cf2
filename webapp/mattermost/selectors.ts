import type {GlobalState, Post, UserProfile} from './global-state.js';

export const currentUserId = (state: GlobalState): string => state.entities?.users?.currentUserId ?? '';

export const userProfile = (state: GlobalState, userId: string): UserProfile | undefined =>
  state.entities?.users?.profiles?.[userId];

export const currentChannelId = (state: GlobalState): string =>
  state.entities?.channels?.currentChannelId ?? '';

export const storedPost = (state: GlobalState, postId: string): Post | undefined =>
  state.entities?.posts?.posts?.[postId];

/** The thread that is open in the Threads view, '' for none. */
export function selectedThreadId(state: GlobalState): string {
  const teamId = state.entities?.teams?.currentTeamId ?? '';
  return state.views?.threads?.selectedThreadIdInTeam?.[teamId] ?? '';
}

/** A choice of the person's; `undefined` when it was never made. */
export const preference = (state: GlobalState, category: string, name: string): string | undefined =>
  state.entities?.preferences?.myPreferences?.[`${category}--${name}`]?.value;

/** IANA name; `undefined`: the browser's own. */
export function timeZone(state: GlobalState): string | undefined {
  const zone = userProfile(state, currentUserId(state))?.timezone;
  const isAutomatic = String(zone?.useAutomaticTimezone) === 'true';
  return (isAutomatic ? zone?.automaticTimezone : zone?.manualTimezone) || undefined;
}

export const usesMilitaryTime = (state: GlobalState): boolean =>
  preference(state, 'display_settings', 'use_military_time') === 'true';

/** Where Mattermost lives below its host: '' or, for example, `/chat`. */
export function basePath(state: GlobalState): string {
  const siteUrl = state.entities?.general?.config?.['SiteURL'] ?? '';
  return URL.canParse(siteUrl) ? new URL(siteUrl).pathname.replace(/\/+$/, '') : '';
}
