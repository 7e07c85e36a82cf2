import React, {useEffect, useState, useSyncExternalStore} from 'react';
import {useSelector} from 'react-redux';
import {AdminConsole} from './admin-console.js';
import {AppBar} from './app-bar.js';
import {ChannelHeader} from './channel-header.js';
import {MessageBox} from './message-box.js';
import {PluginPane} from './plugin-pane.js';
import {PostList} from './post-list.js';
import {openView} from './places.js';
import {pluginHost, subscribe} from './registry.js';
import {Sidebar} from './sidebar.js';
import {type PageState, store} from './store.js';
import {ThreadPane} from './thread-pane.js';
import {ThreadsView} from './threads-view.js';
import {TopBar} from './top-bar.js';
import {UserSettings} from './user-settings.js';
import type {View} from './view.js';

/** A small Mattermost: what is where. */
export function App(): React.ReactElement {
  const view = useSelector((state: PageState) => state.views.page);
  const setView = (next: View): void => openView(next, store.getState());
  useEffect(() => {
    if (window.location.hash === '#admin') openView('admin', store.getState());
  }, []);
  const [showsSettings, showSettings] = useState(false);
  const [zoomUrl, setZoomUrl] = useState(() => document.documentElement.dataset['zoom'] ?? '');
  const channelId = useSelector((state: PageState) => state.entities.channels.currentChannelId);
  const {selectedPostId: rootId, pluggableId} = useSelector((state: PageState) => state.views.rhs);
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  return (
    <div className="page">
      <TopBar
        view={view}
        onView={setView}
        onSettings={() => showSettings(true)}
        onZoom={() => setZoomUrl(zoomUrl === '' ? (document.documentElement.dataset['zoom'] ?? '') : '')}
      />
      <div className="columns">
        {view === 'admin' ? (
          <AdminConsole />
        ) : (
          <>
            <Sidebar view={view} onView={setView} />
            <main className="center">
              {view === 'threads' ? (
                <ThreadsView />
              ) : (
                <>
                  <ChannelHeader />
                  <PostList channelId={channelId} />
                  <MessageBox channelId={channelId} rootId="" />
                </>
              )}
            </main>
            {rootId !== '' && view === 'channel' && <ThreadPane rootId={rootId} />}
            {pluggableId !== '' && view === 'channel' && <PluginPane id={pluggableId} />}
            <AppBar view={view} />
          </>
        )}
        {zoomUrl !== '' && <iframe className="zoom-side" title="Zoom simulator" src={zoomUrl} />}
      </div>
      {showsSettings && <UserSettings onClose={() => showSettings(false)} />}
      {entries.root.map(({id, component: Component}) => (
        <Component key={id} />
      ))}
    </div>
  );
}
