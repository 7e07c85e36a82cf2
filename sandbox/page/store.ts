import {combineReducers, legacy_createStore as createStore, type Reducer, type Store} from 'redux';
import type {Channel, Post, Team, User} from './types.js';
import type {View} from './view.js';

type Table<T> = Readonly<Record<string, T>>;

/** Mattermost's own shape, as far as this page and plugins like ours read it. */
export interface PageState {
  entities: {
    general: {config: Table<string>};
    users: {currentUserId: string; profiles: Table<User>};
    channels: {
      currentChannelId: string;
      channels: Table<Channel>;
      /** By channel: what the person is in it. */
      myMembers: Table<{roles: string; scheme_admin: boolean}>;
      /** By channel: what others wrote later is unread. */
      lastViewedAt: Table<number>;
    };
    teams: {currentTeamId: string; teams: Table<Team>};
    posts: {posts: Table<Post>};
    preferences: {myPreferences: Table<{category: string; name: string; value: string}>};
  };
  views: {
    page: View;
    threads: {selectedThreadIdInTeam: Table<string>};
    /** The right-hand side: a thread, or what a plugin has registered for it; `''`: neither. */
    rhs: {selectedPostId: string; pluggableId: string};
  };
}

export interface PageAction {
  type: 'page/changed';
  change: (state: PageState) => PageState;
}

const EMPTY: PageState = {
  entities: {
    general: {config: {}},
    users: {currentUserId: '', profiles: {}},
    channels: {currentChannelId: '', channels: {}, myMembers: {}, lastViewedAt: {}},
    teams: {currentTeamId: '', teams: {}},
    posts: {posts: {}},
    preferences: {myPreferences: {}},
  },
  views: {page: 'channel', threads: {selectedThreadIdInTeam: {}}, rhs: {selectedPostId: '', pluggableId: ''}},
};

const pluginReducers: Record<string, Reducer> = {};
const pluginState = (): Reducer => combineReducers({none: () => null, ...pluginReducers});
let plugins = pluginState();

function reduce(state: (PageState & Record<string, unknown>) | undefined, action: {type: string}): PageState {
  const {entities, views, ...others} = state ?? EMPTY;
  const page = {entities, views};
  const {none: _none, ...ofPlugins} = plugins({none: null, ...others}, action) as Record<string, unknown>;
  const next = action.type === 'page/changed' ? (action as PageAction).change(page) : page;
  return {...ofPlugins, ...next};
}

export const store: Store<PageState> = createStore(reduce as Reducer<PageState>);

export const changePage = (change: (state: PageState) => PageState): void => {
  const action: PageAction & Record<string, unknown> = {type: 'page/changed', change};
  store.dispatch(action);
};

/** As Mattermost does it: `plugins-<id>` beside the rest. */
export function addPluginReducer(id: string, reducer: Reducer): void {
  pluginReducers[`plugins-${id}`] = reducer;
  plugins = pluginState();
  store.dispatch({type: 'page/reducer-added'});
}

type Entities = PageState['entities'];

export const changeEntities = (change: (entities: Entities) => Partial<Entities>): void =>
  changePage((state) => ({...state, entities: {...state.entities, ...change(state.entities)}}));

export const addPosts = (posts: readonly Post[]): void =>
  changeEntities(({posts: known}) => ({
    posts: {posts: {...known.posts, ...Object.fromEntries(posts.map((post) => [post.id, post]))}},
  }));
