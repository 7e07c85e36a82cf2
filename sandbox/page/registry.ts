import type {ComponentType, ReactNode} from 'react';
import type {Reducer} from 'redux';
import {asideAction} from './places.js';
import {addPluginReducer} from './store.js';
import type {Post} from './types.js';

/** What plugins have added to the page, by kind. */
export interface Added {
  callButton: {id: string; button: ReactNode; action: (channel: {id: string}) => void};
  appBar: {id: string; iconUrl: string; action: (channel: {id: string} | null) => void; tooltip: ReactNode};
  postMenu: {
    id: string;
    text: ReactNode;
    action: (postId: string) => void;
    filter?: (postId: string) => boolean;
  };
  channelMenu: {id: string; text: ReactNode; action: (channelId: string) => void};
  /** In the right-hand side, shown and hidden by actions of the page's store. */
  aside: {id: string; component: ComponentType; title: ReactNode};
  /** In the menu of every message box. */
  fileUpload: {id: string; icon: ReactNode; action: () => void; text: ReactNode};
  /** Is asked before a command is sent; an empty answer: it is not sent. */
  command: {id: string; hook: (message: string, args: CommandArgs) => HookAnswer | Promise<HookAnswer>};
  popover: {id: string; component: ComponentType<{user: {id: string}}>};
  postType: {id: string; type: string; component: ComponentType<PostTypeProps>};
  root: {id: string; component: ComponentType};
  /** `route` is what follows `/plug/`, such as `zoom/connect`. */
  customRoute: {id: string; route: string; component: ComponentType};
}

export interface CommandArgs {
  channel_id: string;
  team_id: string;
  root_id: string;
}

export interface HookAnswer {
  message?: string;
  args?: CommandArgs;
  error?: {message: string};
}

export interface PostTypeProps {
  post: Post;
  compactDisplay: boolean;
  isRHS: boolean;
  theme: Readonly<Record<string, string>>;
}

export interface UserSettings {
  uiName: string;
  sections: readonly {
    title: string;
    settings: readonly {
      name: string;
      title: string;
      default: string;
      options: readonly {text: string; value: string; helpText?: string}[];
    }[];
  }[];
}

type Kind = keyof Added;
type Entries = {readonly [K in Kind]: readonly Added[K][]};

/** Everything that has been registered; components subscribe to it. */
export interface PluginHost {
  entries: Entries;
  sections: ReadonlyMap<string, ComponentType<Record<string, unknown>>>;
  userSettings: UserSettings | undefined;
  translations: (locale: string) => Readonly<Record<string, string>>;
  socketHandlers: ReadonlyMap<string, (message: object) => void>;
  onReconnect: (() => void) | undefined;
}

let host: PluginHost = {
  entries: {
    callButton: [],
    appBar: [],
    postMenu: [],
    channelMenu: [],
    aside: [],
    fileUpload: [],
    command: [],
    popover: [],
    postType: [],
    root: [],
    customRoute: [],
  },
  sections: new Map(),
  userSettings: undefined,
  translations: () => ({}),
  socketHandlers: new Map(),
  onReconnect: undefined,
};
const listeners = new Set<() => void>();

export const pluginHost = (): PluginHost => host;

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

function set(change: Partial<PluginHost>): void {
  host = {...host, ...change};
  for (const listener of listeners) listener();
}

let nextId = 0;

function add<K extends Kind>(kind: K, entry: Omit<Added[K], 'id'>): string {
  nextId += 1;
  const id = `${kind}-${nextId}`;
  set({entries: {...host.entries, [kind]: [...host.entries[kind], {...entry, id}]}});
  return id;
}

function remove(id: string): void {
  const kept = Object.entries(host.entries).map(([kind, entries]) => [
    kind,
    (entries as readonly {id: string}[]).filter((entry) => entry.id !== id),
  ]);
  set({entries: Object.fromEntries(kept) as Entries});
}

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...map].filter(([known]) => known !== key));

/** Mattermost's PluginRegistry, as far as plugins of this kind use it. */
export const createRegistry = (pluginId: string): object => ({
  registerReducer: (reducer: Reducer) => addPluginReducer(pluginId, reducer),
  registerTranslations: (translations: PluginHost['translations']) => set({translations}),
  registerUserSettings: (userSettings: UserSettings) => set({userSettings}),
  registerCallButtonAction: (
    button: ReactNode,
    _dropdown: ReactNode,
    action: Added['callButton']['action'],
  ) => add('callButton', {button, action}),
  registerAppBarComponent: (iconUrl: string, action: Added['appBar']['action'], tooltip: ReactNode) =>
    add('appBar', {iconUrl, action, tooltip}),
  registerPostDropdownMenuAction: (
    text: ReactNode,
    action: (postId: string) => void,
    filter: (postId: string) => boolean = () => true,
  ) => add('postMenu', {text, action, filter}),
  registerChannelHeaderMenuAction: (text: ReactNode, action: (channelId: string) => void) =>
    add('channelMenu', {text, action}),
  registerRightHandSidebarComponent: (component: ComponentType, title: ReactNode) => {
    const id = add('aside', {component, title});
    return {id, showRHSPlugin: asideAction(id), hideRHSPlugin: asideAction('')};
  },
  registerFileUploadMethod: (icon: ReactNode, action: () => void, text: ReactNode) =>
    add('fileUpload', {icon, action, text}),
  registerSlashCommandWillBePostedHook: (hook: Added['command']['hook']) => add('command', {hook}),
  registerPopoverUserActionsComponent: (component: Added['popover']['component']) =>
    add('popover', {component}),
  registerPostTypeComponent: (type: string, component: Added['postType']['component']) =>
    add('postType', {type, component}),
  registerRootComponent: (component: ComponentType) => add('root', {component}),
  registerCustomRoute: (route: string, component: ComponentType) =>
    add('customRoute', {route: `${pluginId}/${route.replace(/^\//, '')}`, component}),
  registerAdminConsoleCustomSection: (key: string, component: ComponentType<Record<string, unknown>>) =>
    set({sections: new Map([...host.sections, [key, component]])}),
  registerWebSocketEventHandler: (event: string, handler: (message: object) => void) =>
    set({socketHandlers: new Map([...host.socketHandlers, [event, handler]])}),
  unregisterWebSocketEventHandler: (event: string) =>
    set({socketHandlers: without(host.socketHandlers, event)}),
  registerReconnectHandler: (onReconnect: () => void) => set({onReconnect}),
  unregisterReconnectHandler: () => set({onReconnect: undefined}),
  unregisterComponent: (id: string) => remove(id),
});
