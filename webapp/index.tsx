import {createPlugin, type WebappPlugin} from './plugin.js';

interface PluginWindow extends Window {
  registerPlugin(id: string, plugin: WebappPlugin): void;
}

const page = window as unknown as PluginWindow;
page.registerPlugin('zoom', createPlugin(page));
