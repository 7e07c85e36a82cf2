import {base} from './seat.js';
import {createRegistry} from './registry.js';
import {store} from './store.js';

interface Plugin {
  initialize(registry: object, store: unknown): void;
}

/** Without one a service answers the commands, and the page is a plain Mattermost. */
export const hasPlugin = document.documentElement.dataset['carried'] !== 'service';

/** Loads the plugin's real script, as Mattermost does. Resolves when it is registered. */
export function loadPlugin(): Promise<void> {
  return new Promise((resolve, reject) => {
    const page = window as unknown as Record<string, unknown>;
    page['registerPlugin'] = (id: string, plugin: Plugin) => {
      plugin.initialize(createRegistry(id), store);
      resolve();
    };
    const script = document.createElement('script');
    script.src = `${base}/static/plugins/zoom/main.js`;
    script.onerror = () => reject(new Error("The plugin's script could not be loaded."));
    document.head.append(script);
  });
}
