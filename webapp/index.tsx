import type {PluginInstance} from './mattermost/registry.js';
import {createPlugin} from './plugin.js';

interface PluginWindow {
  registerPlugin(id: string, plugin: PluginInstance): void;
}

(window as unknown as PluginWindow).registerPlugin('zoom', createPlugin());
