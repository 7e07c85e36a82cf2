import {rest} from './seat.js';
import type {PageState} from './store.js';

const CATEGORY = 'display_settings';
const NAME = 'collapsed_reply_threads';

/**
 * Whether replies are shown only in their thread. Decided as in Mattermost: by the server, and by the person if the
 * server leaves them the choice.
 */
export function hasCollapsedThreads({entities: {general, preferences}}: PageState): boolean {
  const {CollapsedThreads: byServer = 'always_on'} = general.config;
  if (byServer === 'always_on' || byServer === 'disabled') return byServer === 'always_on';
  const chosen = preferences.myPreferences[`${CATEGORY}--${NAME}`]?.value;
  return chosen === undefined ? byServer === 'default_on' : chosen === 'on';
}

export const collapseThreads = (userId: string, collapses: boolean): Promise<unknown> =>
  rest('PUT', '/users/me/preferences', [
    {user_id: userId, category: CATEGORY, name: NAME, value: collapses ? 'on' : 'off'},
  ]);
