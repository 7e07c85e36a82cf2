import React, {useState, useSyncExternalStore} from 'react';
import {nameOf} from './names.js';
import {pluginHost, subscribe} from './registry.js';
import type {User} from './types.js';

/** A name; pressed, what one can do with the person. */
export function UserPopover({user}: {user: User | undefined}): React.ReactElement {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="user">
      <button type="button" className="user-name" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {nameOf(user)}
      </button>
      {isOpen && user !== undefined && (
        <div className="menu" onClick={() => setOpen(false)}>
          <div className="menu-head">@{user.username}</div>
          {!user.is_bot &&
            entries.popover.map(({id, component: Component}) => <Component key={id} user={user} />)}
        </div>
      )}
    </span>
  );
}
