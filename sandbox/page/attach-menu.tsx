import React, {useState, useSyncExternalStore} from 'react';
import {pluginHost, subscribe} from './registry.js';

/** The menu of a message box. Mattermost's own first entry, a file of the computer's, is not taken by this page. */
export function AttachMenu(): React.ReactElement | null {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const [isOpen, setOpen] = useState(false);
  if (entries.fileUpload.length === 0) return null;
  return (
    <div className="attach">
      <button type="button" aria-label="Attach" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        +
      </button>
      {isOpen && (
        <ul className="menu menu--up">
          {entries.fileUpload.map(({id, icon, action, text}) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  action();
                }}
              >
                {icon} {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
