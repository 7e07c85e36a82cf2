import {
  currentChannel,
  type HostChannel,
  type HostState,
  isOurBot,
  preference,
  selectedThread,
} from './host-state.js';

/** The channel, and the thread in it or `''`. */
export interface Place {
  channelId: string;
  rootId: string;
}

const channelOf = ({entities: {channels}}: HostState, channelId: string): HostChannel | undefined =>
  channels.channels?.[channelId];

/** Why the server would refuse a start in a channel; `undefined`: it would not, as far as the page knows. */
export type PlaceRefusal = 'archived' | 'bot';

/** Used to offer nothing there. The server decides for itself. */
export function placeRefusal(state: HostState, channelId: string): PlaceRefusal | undefined {
  const channel = channelOf(state, channelId);
  if (channel === undefined) return undefined;
  if ((channel.delete_at ?? 0) > 0) return 'archived';
  const {profiles, currentUserId} = state.entities.users;
  const others = channel.type === 'D' ? channel.name.split('__').filter((id) => id !== currentUserId) : [];
  return others.some((id) => isOurBot(profiles[id])) ? 'bot' : undefined;
}

/** Used to offer nothing to anybody else. The server decides for itself. */
export function isChannelAdmin({entities: {channels}}: HostState, channelId: string): boolean {
  const {roles = '', scheme_admin: isAdmin} = channels.myMembers?.[channelId] ?? {};
  return isAdmin === true || roles.split(' ').includes('channel_admin');
}

/** Whether it is a direct or group message. */
export const isDirectChannel = (state: HostState, channelId: string): boolean =>
  ['D', 'G'].includes(channelOf(state, channelId)?.type ?? '');

/** Whether the reader sees what is posted there. With collapsed threads a channel does not show replies. */
export function isInSight(state: HostState, {channelId, rootId}: Place): boolean {
  const isChannelOpen = currentChannel(state) === channelId;
  if (rootId === '') return isChannelOpen;
  // The Threads view remembers its thread while a channel is open.
  const thread = currentChannel(state) === '' ? selectedThread(state) : state.views?.rhs?.selectedPostId;
  return thread === rootId || (isChannelOpen && !collapsesThreads(state));
}

/** As the page's own `isCollapsedThreadsEnabled` decides it. */
function collapsesThreads(state: HostState): boolean {
  const {CollapsedThreads: setting} = state.entities.general.config;
  if (setting === undefined || setting === 'disabled') return false;
  const chosen = preference(state, 'display_settings', 'collapsed_reply_threads');
  return setting === 'always_on' || (chosen ?? (setting === 'default_on' ? 'on' : 'off')) === 'on';
}

/** The page of a post. Without a team in its path, Mattermost finds the team itself. */
export const pathToPost = (state: HostState, {channelId}: Place, postId: string): string =>
  `/${teamName(state, channelOf(state, channelId)?.team_id) ?? '_redirect'}/pl/${postId}`;

/** The page of a direct channel; `undefined`: the page has no team open, or does not know the person. */
export function pathToPerson(state: HostState, userId: string): string | undefined {
  const username = state.entities.users.profiles[userId]?.username;
  const team = teamName(state);
  return username === undefined || team === undefined ? undefined : `/${team}/messages/@${username}`;
}

const teamName = ({entities: {teams}}: HostState, id?: string): string | undefined =>
  teams.teams?.[id || teams.currentTeamId]?.name;
