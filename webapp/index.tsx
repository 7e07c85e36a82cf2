interface PluginWindow {
  registerPlugin(id: string, plugin: {initialize(): void; uninitialize(): void}): void;
}

(window as unknown as PluginWindow).registerPlugin('zoom', {
  initialize: () => undefined,
  uninitialize: () => undefined,
});
