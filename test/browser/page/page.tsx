import React, {type ReactElement, type ReactNode, useState, useSyncExternalStore} from 'react';
import {createRoot} from 'react-dom/client';
import {IntlProvider} from 'react-intl';
import {Provider} from 'react-redux';
import {takeEscape} from '../../../sandbox/page/take-escape.js';
import {writeTheme} from '../../../sandbox/page/theme-style.js';
import type {Theme} from '../../../sandbox/page/themes.js';
import type {HostState} from '../../../webapp/mattermost/host-state.js';
import type {AdminSectionProps, HostPost, Registry} from '../../../webapp/mattermost/registry.js';
import type {WebappPlugin} from '../../../webapp/plugin.js';
import {textsOfOurs} from './texts-of-ours.js';

/** What a test says about the page before the script runs. */
export interface Scene {
  locale: string;
  state: HostState;
  /** Calls of the registry that this page does not have. */
  without: readonly string[];
  posts: readonly HostPost[];
  compact: boolean;
  theme: Theme;
  /** The System Console instead of the chat: what its section holds, by the keys of the settings. */
  settings?: Readonly<Record<string, string>>;
  /** A page of a plugin's own instead of the chat, as it was registered. */
  route?: string;
}

/** What the script has registered, as the page draws it. */
type Registered = Record<string, unknown[]>;

/** What a test may do from outside. */
export interface TestPage {
  registered: Registered;
  userSettings: unknown;
  change(scene: Partial<Scene>): void;
  fire(event: string): void;
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
let version = 0;
let nextId = 0;
const listeners = new Set<() => void>();
const registered: Registered = {};
const handlers = new Map<string, () => void>();
let translations: (locale: string) => Readonly<Record<string, string>> = () => ({});
const byId = new Map<string, string>();

const changed = (): void => {
  version += 1;
  for (const listener of [...listeners]) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const store = {getState: () => scene.state, subscribe, dispatch: (action: unknown) => action};

function keep(place: string, args: unknown[]): string {
  nextId += 1;
  const id = `id${nextId}`;
  registered[place] = [...(registered[place] ?? []), [id, ...args]];
  byId.set(id, place);
  changed();
  return id;
}

function drop(id: string): void {
  const place = byId.get(id) ?? '';
  registered[place] = (registered[place] ?? []).filter((entry) => (entry as unknown[])[0] !== id);
  changed();
}

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
];
const calls: Record<string, (...args: never[]) => unknown> = {
  ...Object.fromEntries(PLACES.map((place) => [place, (...args: unknown[]) => keep(place, args)])),
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

const entriesOf = (place: string): [string, ...unknown[]][] =>
  (registered[place] ?? []) as [string, ...unknown[]][];
type Drawn = React.ComponentType<Record<string, unknown>>;

/** As Mattermost wraps it: the button is not ours to listen on, and a touch comes as a touch and as a click. */
function CallSlot(): ReactElement {
  const channel = {id: scene.state.entities.channels.currentChannelId};
  return (
    <section id="header" aria-label="Channel">
      {entriesOf('registerCallButtonAction').map(([id, button, , action]) => {
        const press = (): void => (action as (given: unknown) => void)(channel);
        return (
          <div key={id} onClick={press} onTouchEnd={press}>
            {button as ReactNode}
          </div>
        );
      })}
      {entriesOf('registerChannelHeaderButtonAction').map(([id, icon, action, , tooltip]) => (
        <button key={id} onClick={() => (action as (given: unknown) => void)(channel)}>
          {icon as ReactNode}
          {tooltip as ReactNode}
        </button>
      ))}
    </section>
  );
}

function Menus(): ReactElement {
  const post = scene.posts[0];
  return (
    <nav aria-label="Menus">
      {entriesOf('registerAppBarComponent').map(([id, , action, tooltip]) => (
        <button key={id} data-place="app-bar" onClick={() => (action as (given: unknown) => void)(null)}>
          {tooltip as ReactNode}
        </button>
      ))}
      {entriesOf('registerChannelHeaderMenuAction').map(([id, text, action]) => (
        <button
          key={id}
          data-place="channel-menu"
          onClick={() => (action as (given: string) => void)(scene.state.entities.channels.currentChannelId)}
        >
          {text as ReactNode}
        </button>
      ))}
      {entriesOf('registerPostDropdownMenuAction').map(([id, text, action, filter]) =>
        post !== undefined && (filter as (given: string) => boolean)(post.id) ? (
          <button
            key={id}
            data-place="post-menu"
            onClick={() => (action as (given: string) => void)(post.id)}
          >
            {text as ReactNode}
          </button>
        ) : null,
      )}
      {entriesOf('registerCallButtonAction').map(([id, , item, action]) => (
        <div key={id} onClick={() => (action as (given: unknown) => void)(null)}>
          {item as ReactNode}
        </div>
      ))}
      <div className="user-popover">
        {entriesOf('registerPopoverUserActionsComponent').map(([id, Part]) =>
          React.createElement(Part as Drawn, {key: id, user: {id: 'b'.repeat(26)}, hide: () => undefined}),
        )}
      </div>
    </nav>
  );
}

function Posts(): ReactElement {
  const [, , PostType] = entriesOf('registerPostTypeComponent')[0] ?? [];
  return (
    <main id="posts">
      {scene.posts.map((post) => (
        <article key={post.id} id={post.id} className="post">
          <div className="post__body">
            {PostType === undefined
              ? post.message
              : React.createElement(PostType as Drawn, {post, compactDisplay: scene.compact})}
          </div>
        </article>
      ))}
    </main>
  );
}

function Field({
  id,
  value,
  label,
  onChange,
}: {
  id: string;
  value: string;
  label: string;
  onChange: (text: string) => void;
}): ReactElement {
  return (
    <label className="field">
      {label}
      <input id={id} value={value} onChange={({target}) => onChange(target.value)} />
    </label>
  );
}

function Console({settings}: {settings: Readonly<Record<string, string>>}): ReactElement {
  const [values, setValues] = useState(settings);
  const [, , Section] = entriesOf('registerAdminConsoleCustomSection')[0] ?? [];
  const settingsList = Object.entries(values).map(([key, value]) => (
    <Field
      key={key}
      id={`PluginSettings.Plugins.zoom.${key.toLowerCase()}`}
      value={value}
      label={key}
      onChange={(text) => setValues({...values, [key]: text})}
    />
  ));
  const props: AdminSectionProps = {
    settingsList,
    sectionTitle: 'Set-up',
    sectionDescription: 'From top to bottom.',
  };
  return (
    <main>{Section === undefined ? settingsList : React.createElement(Section as Drawn, {...props})}</main>
  );
}

function View(): ReactElement {
  const {route, settings} = scene;
  if (route !== undefined) {
    const [, , Route] = entriesOf('registerCustomRoute').find(([, registered]) => registered === route) ?? [];
    return Route === undefined ? <main /> : React.createElement(Route as Drawn);
  }
  if (settings !== undefined) return <Console settings={settings} />;
  return (
    <>
      <CallSlot />
      <Menus />
      <Posts />
    </>
  );
}

function Page(): ReactElement {
  useSyncExternalStore(subscribe, () => version);
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
  uninitialize: () => plugin?.uninitialize(),
  listeners: () => listeners.size + handlers.size,
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
