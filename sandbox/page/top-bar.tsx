import React from 'react';
import {useSelector} from 'react-redux';
import {collapseThreads, hasCollapsedThreads} from './collapsed-threads.js';
import {hasPlugin} from './load-web-app.js';
import {nameOf} from './names.js';
import {base, rest} from './seat.js';
import {changeEntities, type PageState} from './store.js';
import {applyTheme, chosenTheme} from './theme.js';
import {THEME_LABELS, THEME_NAMES} from './themes.js';
import type {User} from './types.js';
import type {View} from './view.js';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'];

const ROLES: Readonly<Record<string, string>> = {
  ana: 'host',
  ben: 'colleague',
  zoe: 'not in Zoom',
  gil: 'guest',
  ada: 'administrator',
};

interface TopBarProps {
  view: View;
  onView: (view: View) => void;
  onSettings: () => void;
  onZoom: () => void;
}

/** Who is signed in, and how the page looks: things that a real Mattermost has in menus. */
export function TopBar({view, onView, onSettings, onZoom}: TopBarProps): React.ReactElement {
  const {currentUserId, profiles} = useSelector((state: PageState) => state.entities.users);
  const me = profiles[currentUserId];
  const isMilitary = useSelector(
    (state: PageState) =>
      state.entities.preferences.myPreferences['display_settings--use_military_time']?.value === 'true',
  );
  const collapses = useSelector(hasCollapsedThreads);
  const people = Object.values(profiles).filter((user) => !user.is_bot);
  const {eventSite, zoom} = document.documentElement.dataset;
  const isAdmin = me?.roles.includes('system_admin') === true;
  return (
    <header className="top-bar">
      <strong className="brand">
        Zoom for Mattermost · {hasPlugin ? 'sandbox' : 'a service beside Mattermost'}
      </strong>
      <label>
        You are{' '}
        <select value={me?.username} onChange={({target}) => window.location.assign(`/as/${target.value}/`)}>
          {people.map((user) => (
            <option key={user.id} value={user.username}>
              {nameOf(user)} ({ROLES[user.username] ?? user.username})
            </option>
          ))}
        </select>
      </label>
      <a href={base.endsWith('/ben') ? '/as/ana/' : '/as/ben/'} target="_blank" rel="noreferrer">
        Second window
      </a>
      <span className="gap" />
      {isAdmin && hasPlugin && (
        <button type="button" onClick={() => onView(view === 'admin' ? 'channel' : 'admin')}>
          {view === 'admin' ? 'Back to the channels' : 'System Console'}
        </button>
      )}
      <select aria-label="Language" value={me?.locale} onChange={({target}) => setLocale(me, target.value)}>
        {LANGUAGES.map((language) => (
          <option key={language}>{language}</option>
        ))}
      </select>
      <button type="button" onClick={() => void setMilitary(currentUserId, !isMilitary)}>
        {isMilitary ? '24 h' : '12 h'}
      </button>
      <button
        type="button"
        aria-pressed={collapses}
        title="Replies are shown in their thread alone"
        onClick={() => void collapseThreads(currentUserId, !collapses)}
      >
        Collapsed threads
      </button>
      <ThemeChoice />
      <button type="button" onClick={onSettings}>
        Settings
      </button>
      {eventSite !== undefined && (
        <a href={eventSite} target="_blank" rel="noreferrer">
          Event site
        </a>
      )}
      {zoom !== undefined && (
        <button type="button" onClick={onZoom}>
          Zoom
        </button>
      )}
    </header>
  );
}

function ThemeChoice(): React.ReactElement {
  return (
    <select
      aria-label="Theme"
      defaultValue={chosenTheme()}
      onChange={({target}) => applyTheme(THEME_NAMES[target.selectedIndex] ?? 'light')}
    >
      {THEME_NAMES.map((name) => (
        <option key={name} value={name}>
          {THEME_LABELS[name]}
        </option>
      ))}
    </select>
  );
}

function setLocale(me: User | undefined, locale: string): void {
  if (me === undefined) return;
  changeEntities(({users}) => ({
    users: {...users, profiles: {...users.profiles, [me.id]: {...me, locale}}},
  }));
  void rest('PUT', '/users/me/patch', {locale});
}

const setMilitary = (userId: string, value: boolean): Promise<unknown> =>
  rest('PUT', '/users/me/preferences', [
    {user_id: userId, category: 'display_settings', name: 'use_military_time', value: String(value)},
  ]);
