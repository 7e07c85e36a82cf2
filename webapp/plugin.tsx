import {createApi} from './api/create-api.js';
import {createAdminSetup} from './admin/admin-setup.js';
import {createZoomPost} from './card/zoom-post.js';
import type {Context} from './context.js';
import type {Store} from './mattermost/global-state.js';
import type {PluginInstance, Registry} from './mattermost/registry.js';
import {basePath} from './mattermost/selectors.js';
import {createNotices} from './notices/notices.js';
import {userSettings} from './settings/user-settings.js';
import {createStartMeeting} from './start/start-meeting.js';
import {registerStartPoints} from './start/start-points.js';
import {changed, reducer} from './state.js';
import {addStyle} from './style.js';
import {messagesFor, translator} from './translate.js';
import type {ClientInfo} from './api/client-info.js';

const CLIENT_CHANGED = 'custom_zoom_client_changed';
/** All clients hear of a change at the same moment; they need not all ask at it. */
const MAX_JITTER_MS = 2_000;

/** The plugin in the web app: everything that it adds to Mattermost, and how all of it goes away again. */
export function createPlugin(): PluginInstance {
  const undo: (() => void)[] = [];

  function initialize(registry: Registry, store: Store): void {
    const api = createApi(store);
    const context: Context = {store, api, startMeeting: createStartMeeting({store, api})};
    registry.registerReducer?.(reducer);
    registry.registerTranslations?.(messagesFor);
    registry.registerUserSettings?.(
      userSettings(
        translator(store.getState()),
        `${basePath(store.getState())}/plugins/zoom/public/app-bar-icon.png`,
      ),
    );
    registry.registerAdminConsoleCustomSection?.('setup', createAdminSetup(context));
    const always = [
      registry.registerPostTypeComponent?.('custom_zoom', createZoomPost(context)),
      registry.registerRootComponent?.(createNotices(context)),
    ];
    const startPoints = createStartPointSwitch(registry, context);
    undo.push(
      addStyle(),
      () => always.forEach((id) => id !== undefined && registry.unregisterComponent?.(id)),
      startPoints.hide,
      keepClientFresh(registry, context, (client) =>
        client.configured || client.isAdmin ? startPoints.show() : startPoints.hide(),
      ),
    );
  }

  function uninitialize(): void {
    for (const step of undo.splice(0).reverse()) step();
  }

  return {initialize, uninitialize};
}

/** Who can neither start a meeting nor set the plugin up sees no button for it. */
function createStartPointSwitch(registry: Registry, context: Context): {show: () => void; hide: () => void} {
  let ids: readonly string[] | undefined;
  return {
    show: () => {
      ids ??= registerStartPoints(registry, context);
    },
    hide: () => {
      ids?.forEach((id) => registry.unregisterComponent?.(id));
      ids = undefined;
    },
  };
}

/** Asks what the plugin says of itself, now, after a change and after a lost connection. @returns how to stop */
function keepClientFresh(
  registry: Registry,
  {store, api}: Context,
  onChange: (client: ClientInfo) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = async (): Promise<void> => {
    const client = await api.client();
    if (client === undefined || isOver) return;
    store.dispatch(changed((state) => ({...state, client})));
    onChange(client);
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), Math.random() * MAX_JITTER_MS);
  };
  void ask();
  registry.registerWebSocketEventHandler?.(CLIENT_CHANGED, askSoon);
  registry.registerReconnectHandler?.(askSoon);
  return () => {
    isOver = true;
    clearTimeout(timer);
    registry.unregisterWebSocketEventHandler?.(CLIENT_CHANGED);
    registry.unregisterReconnectHandler?.();
  };
}
