import React, {useSyncExternalStore} from 'react';
import {closeAside} from './places.js';
import {pluginHost, subscribe} from './registry.js';

/** What a plugin shows in the right-hand side, below a head that is the page's own. */
export function PluginPane({id}: {id: string}): React.ReactElement | null {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const shown = entries.aside.find((entry) => entry.id === id);
  if (shown === undefined) return null;
  const {component: Component, title} = shown;
  return (
    <aside className="thread sidebar-right__body" id="sidebar-right" aria-label="Right-hand side">
      <div className="channel-header">
        <strong>{title}</strong>
        <span className="gap" />
        <button type="button" aria-label="Close the right-hand side" onClick={() => closeAside()}>
          ✕
        </button>
      </div>
      <Component />
    </aside>
  );
}
