import {changePage, type PageAction, type PageState} from './store.js';
import type {View} from './view.js';

type Views = PageState['views'];

const change = (views: Partial<Views>, channelId?: string): void =>
  changePage((state) => ({
    ...state,
    views: {...state.views, ...views},
    entities: {
      ...state.entities,
      channels: {
        ...state.entities.channels,
        ...(channelId === undefined ? {} : {currentChannelId: channelId}),
      },
    },
  }));

/** In the Threads view no channel is open; on the way back to the channels the first one opens. */
export function openView(page: View, {entities}: PageState): void {
  const {channels, currentChannelId} = entities.channels;
  const channelId = page === 'channel' ? currentChannelId || (Object.keys(channels)[0] ?? '') : undefined;
  change({page}, page === 'threads' ? '' : channelId);
}

export const openChannel = (channelId: string): void => change({page: 'channel'}, channelId);

/** In the right-hand side; `''` closes it. */
export const openThread = (rootId: string): void => change({rhs: {selectedPostId: rootId, pluggableId: ''}});

export const closeAside = (): void => change({rhs: {selectedPostId: '', pluggableId: ''}});

/** An action that shows what a plugin has registered for the right-hand side; `''` closes that. */
export const asideAction = (pluggableId: string): PageAction => ({
  type: 'page/changed',
  change: (state) => ({...state, views: {...state.views, rhs: {selectedPostId: '', pluggableId}}}),
});

export const selectThread = (teamId: string, rootId: string): void =>
  change({threads: {selectedThreadIdInTeam: {[teamId]: rootId}}});
