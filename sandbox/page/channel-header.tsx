import React, {useState, useSyncExternalStore} from 'react';
import {useSelector} from 'react-redux';
import {channelName} from './names.js';
import {pluginHost, subscribe} from './registry.js';
import {type PageState} from './store.js';

/** The channel's name with its menu, and the buttons that plugins put there. */
export function ChannelHeader(): React.ReactElement | null {
  const {channels, currentChannelId} = useSelector((state: PageState) => state.entities.channels);
  const {currentUserId, profiles} = useSelector((state: PageState) => state.entities.users);
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const [isOpen, setOpen] = useState(false);
  const channel = channels[currentChannelId];
  if (channel === undefined) return null;
  return (
    <div className="channel-header">
      <button type="button" className="channel-name" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {channelName(channel, currentUserId, profiles)} ▾
      </button>
      {isOpen && (
        <div className="menu" role="menu">
          {entries.channelMenu.map(({id, text, action}) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                action(channel.id);
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      <span className="gap" />
      {entries.callButton.map(({id, button, action}) => (
        // As Mattermost wraps it: a touch arrives twice.
        <div key={id} onClick={() => action(channel)} onTouchEnd={() => action(channel)}>
          {button}
        </div>
      ))}
    </div>
  );
}
