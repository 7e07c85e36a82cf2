import {base} from './seat.js';
import {createRegistry} from './registry.js';
import {store} from './store.js';

interface Plugin {
  initialize(registry: object, store: unknown): void;
}

const {carrier, webApp} = document.documentElement.dataset;

/** Without one, a service answers the commands, and there is nothing to set up in the System Console. */
export const hasPlugin = carrier === 'plugin';

/** Without it the page is a plain Mattermost. */
export const hasWebApp = webApp !== undefined;

/** Loads the web app's real script, as Mattermost does. Resolves when it is registered. */
export function loadWebApp(): Promise<void> {
  return new Promise((resolve, reject) => {
    const page = window as unknown as Record<string, unknown>;
    page['registerPlugin'] = (id: string, plugin: Plugin) => {
      plugin.initialize(createRegistry(id), store);
      resolve();
    };
    const script = document.createElement('script');
    script.src = `${base}/static/plugins/zoom/main.js`;
    script.onerror = () => reject(new Error("The web app's script could not be loaded."));
    document.head.append(script);
  });
}
