import React, {useSyncExternalStore} from 'react';
import {useSelector} from 'react-redux';
import {pluginHost, subscribe} from './registry.js';
import type {PageState} from './store.js';
import type {View} from './view.js';

/** The bar of icons on the right. In the Threads view there is no channel. */
export function AppBar({view}: {view: View}): React.ReactElement {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const {channels, currentChannelId} = useSelector((state: PageState) => state.entities.channels);
  const channel = view === 'threads' ? null : (channels[currentChannelId] ?? null);
  return (
    <aside className="app-bar" aria-label="Apps">
      {entries.appBar.map(({id, iconUrl, action, tooltip}) => (
        <button key={id} type="button" onClick={() => action(channel)}>
          <img src={iconUrl} alt="" />
          <span className="hidden">{tooltip}</span>
        </button>
      ))}
    </aside>
  );
}
