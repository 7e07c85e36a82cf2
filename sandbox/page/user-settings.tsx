import React, {useSyncExternalStore} from 'react';
import {useSelector} from 'react-redux';
import {pluginHost, subscribe} from './registry.js';
import {rest} from './seat.js';
import type {PageState} from './store.js';

/** The page of a plugin in a person's settings. */
export function UserSettings({onClose}: {onClose: () => void}): React.ReactElement {
  const {userSettings} = useSyncExternalStore(subscribe, pluginHost);
  const userId = useSelector((state: PageState) => state.entities.users.currentUserId);
  const chosen = useSelector((state: PageState) => state.entities.preferences.myPreferences);
  const save = (name: string, value: string): void =>
    void rest('PUT', '/users/me/preferences', [{user_id: userId, category: 'pp_zoom', name, value}]);
  return (
    <div className="modal" role="dialog" aria-modal="true" aria-label="Settings">
      <div className="modal-box">
        <h2>Settings · {userSettings?.uiName ?? 'no plugin has any'}</h2>
        {userSettings?.sections.map(({title, settings}) => (
          // As Mattermost draws it: all choices of a section in one list below its title, without their own titles.
          <fieldset key={title}>
            <legend>{title}</legend>
            {settings.flatMap(({name, options, default: fallback}) =>
              options.map(({text, value, helpText}) => (
                <label key={`${name} ${value}`}>
                  <input
                    type="radio"
                    name={name}
                    checked={(chosen[`pp_zoom--${name}`]?.value ?? fallback) === value}
                    onChange={() => save(name, value)}
                  />{' '}
                  {text}
                  {helpText !== undefined && <small>{helpText}</small>}
                </label>
              )),
            )}
          </fieldset>
        ))}
        <button type="button" className="action action--primary" onClick={onClose}>
          Done
        </button>
      </div>
    </div>
  );
}
