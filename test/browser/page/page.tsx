import React, {type ReactElement, useSyncExternalStore} from 'react';
import {createRoot} from 'react-dom/client';
import {IntlProvider} from 'react-intl';
import {Provider} from 'react-redux';
import {takeEscape} from '../../../sandbox/page/take-escape.js';
import {writeTheme} from '../../../sandbox/page/theme-style.js';
import type {Registry, SlashCommandHook, TypedCommand} from '../../../webapp/mattermost/registry.js';
import type {WebappPlugin} from '../../../webapp/plugin.js';
import {Console} from './console.js';
import {CallSlot, Menus, Posts, RightHandSide} from './places.js';
import {
  changed,
  type Drawn,
  drop,
  entriesOf,
  keep,
  listenerCount,
  registered,
  subscribe,
  versionNow,
} from './registered.js';
import type {Scene} from './scene.js';
import {textsOfOurs} from './texts-of-ours.js';

/** What a test may do from outside. */
export interface TestPage {
  registered: typeof registered;
  userSettings: unknown;
  change(scene: Partial<Scene>): void;
  fire(event: string): void;
  /** Sends a command as from a message box. @returns what the page sends to its server */
  command(message: string, args?: Partial<TypedCommand['args']>): TypedCommand | Record<string, never>;
  uninitialize(): void;
  listeners(): number;
  /** How often the page itself heard Escape. */
  escapes: number;
  textsOfOurs: typeof textsOfOurs;
}

declare global {
  interface Window {
    scene: Scene;
    testPage: TestPage;
    registerPlugin: (id: string, plugin: WebappPlugin) => void;
  }
}

let scene = window.scene;
const handlers = new Map<string, () => void>();
let translations: (locale: string) => Readonly<Record<string, string>> = () => ({});
/** What is in the right-hand side, by its id. */
let aside: string | undefined;
type SideAction = {type: 'show' | 'hide'; id: string};
const store = {
  getState: () => scene.state,
  subscribe,
  dispatch(action: SideAction) {
    aside = action.type === 'show' ? action.id : undefined;
    changed();
    return action;
  },
};

const PLACES = [
  'registerCallButtonAction',
  'registerChannelHeaderButtonAction',
  'registerAppBarComponent',
  'registerChannelHeaderMenuAction',
  'registerPostDropdownMenuAction',
  'registerPopoverUserActionsComponent',
  'registerPostTypeComponent',
  'registerRootComponent',
  'registerAdminConsoleCustomSection',
  'registerCustomRoute',
  'registerFileUploadMethod',
  'registerSlashCommandWillBePostedHook',
];
const calls: Record<string, (...args: never[]) => unknown> = {
  ...Object.fromEntries(PLACES.map((place) => [place, (...args: unknown[]) => keep(place, args)])),
  registerRightHandSidebarComponent(...args: unknown[]) {
    const id = keep('registerRightHandSidebarComponent', args);
    return {id, showRHSPlugin: {type: 'show', id}, hideRHSPlugin: {type: 'hide', id}};
  },
  registerUserSettings: (settings: unknown) => (window.testPage.userSettings = settings),
  registerTranslations: (given: typeof translations) => (translations = given),
  registerWebSocketEventHandler: (event: string, handler: () => void) => handlers.set(event, handler),
  registerReconnectHandler: (handler: () => void) => handlers.set('reconnect', handler),
  unregisterComponent: drop,
  unregisterPostTypeComponent: drop,
  unregisterWebSocketEventHandler: (event: string) => handlers.delete(event),
  unregisterReconnectHandler: () => handlers.delete('reconnect'),
};
const registry = Object.fromEntries(
  Object.entries(calls).filter(([name]) => !scene.without.includes(name)),
) as unknown as Registry;

function View(): ReactElement {
  const {route, settings} = scene;
  if (route !== undefined) {
    const [, , Route] = entriesOf('registerCustomRoute').find(([, registered]) => registered === route) ?? [];
    return Route === undefined ? <main /> : React.createElement(Route as Drawn);
  }
  if (settings !== undefined) return <Console settings={settings} />;
  return (
    <>
      <CallSlot scene={scene} />
      <Menus scene={scene} />
      <Posts scene={scene} />
      <RightHandSide scene={scene} shown={aside} />
    </>
  );
}

function Page(): ReactElement {
  useSyncExternalStore(subscribe, versionNow);
  return (
    <Provider store={store as never}>
      <IntlProvider locale={scene.locale} messages={translations(scene.locale)}>
        <View />
        {entriesOf('registerRootComponent').map(([id, Part]) =>
          React.createElement(Part as Drawn, {key: id}),
        )}
      </IntlProvider>
    </Provider>
  );
}

let plugin: WebappPlugin | undefined;
window.testPage = {
  registered,
  userSettings: undefined,
  change(parts) {
    scene = {...scene, ...parts};
    if (parts.theme !== undefined) writeTheme(document, parts.theme);
    changed();
  },
  fire: (event) => handlers.get(event)?.(),
  command(message, args = {}) {
    const typed = {message, args: {channel_id: scene.state.entities.channels.currentChannelId, ...args}};
    const [[, hook] = []] = entriesOf('registerSlashCommandWillBePostedHook');
    return hook === undefined ? typed : (hook as SlashCommandHook)(typed.message, typed.args);
  },
  uninitialize: () => plugin?.uninitialize(),
  listeners: () => listenerCount() + handlers.size,
  escapes: 0,
  textsOfOurs,
};
writeTheme(document, scene.theme);
takeEscape(document, () => (window.testPage.escapes += 1));
window.registerPlugin = (_, given) => {
  plugin = given;
  given.initialize(registry, store);
};
createRoot(document.getElementById('page') as HTMLElement).render(<Page />);
