import React from 'react';
import {useSelector} from 'react-redux';
import {channelName} from './names.js';
import {openChannel} from './places.js';
import {type PageState} from './store.js';
import {useUnread} from './use-unread.js';
import type {View} from './view.js';

const SIGNS = {O: '#', P: '◊', D: '●', G: '●'} as const;

/** Channels and direct messages. */
export function Sidebar({view, onView}: {view: View; onView: (view: View) => void}): React.ReactElement {
  const {channels, currentChannelId} = useSelector((state: PageState) => state.entities.channels);
  const {currentUserId, profiles} = useSelector((state: PageState) => state.entities.users);
  const unread = useUnread();
  const all = Object.values(channels);
  const item = (id: string): React.ReactElement | null => {
    const channel = channels[id];
    if (channel === undefined) return null;
    const isOpen = view === 'channel' && id === currentChannelId;
    const count = unread[id] ?? 0;
    return (
      <button
        key={id}
        type="button"
        className="side-item"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => openChannel(id)}
      >
        <span aria-hidden="true">{SIGNS[channel.type]}</span> {channelName(channel, currentUserId, profiles)}
        {count > 0 && (
          <span className="unread" role="img" aria-label={`${count} unread`}>
            {count}
          </span>
        )}
      </button>
    );
  };
  return (
    <nav className="sidebar" aria-label="Channels">
      <h2>Contributors</h2>
      <button
        type="button"
        className="side-item"
        aria-current={view === 'threads' ? 'page' : undefined}
        onClick={() => onView('threads')}
      >
        <span aria-hidden="true">≡</span> Threads
      </button>
      <h3>Channels</h3>
      {all.filter(({type}) => type === 'O' || type === 'P').map(({id}) => item(id))}
      <h3>Direct messages</h3>
      {all.filter(({type}) => type === 'D' || type === 'G').map(({id}) => item(id))}
    </nav>
  );
}
