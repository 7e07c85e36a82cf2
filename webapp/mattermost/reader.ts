import {isTimeZone} from '../../contract/is-time-zone.js';
import {PREFERENCE_CATEGORY, PREFERENCE_CHOICES, readPreferences} from '../../contract/preferences.js';
import {currentUser, type HostState, preference} from './host-state.js';

/** How the person in front of the page wants times and links. */
export interface Reader {
  userId: string;
  locale: string;
  /** An IANA name; `undefined`: that of the browser. */
  timeZone: string | undefined;
  twelveHours: boolean | undefined;
  opensMeetings: boolean;
  prefersApp: boolean;
}

/** Reads it from the page's store, which keeps every choice as text. */
export function readerOf(state: HostState): Reader {
  const user = currentUser(state);
  const {open, app} = readPreferences(chosen(state));
  return {
    userId: state.entities.users.currentUserId,
    locale: user?.locale || 'en',
    timeZone: timeZoneOf(user?.timezone),
    // A person who never chose has no such preference, and gets the clock of their language.
    twelveHours: clockOf(preference(state, 'display_settings', 'use_military_time')),
    opensMeetings: open === 'on',
    prefersApp: app === 'zoom',
  };
}

const chosen = (state: HostState): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.keys(PREFERENCE_CHOICES).map((name) => [name, preference(state, PREFERENCE_CATEGORY, name)]),
  );

const clockOf = (military: string | undefined): boolean | undefined =>
  military === undefined ? undefined : military !== 'true';

function timeZoneOf(chosen: Readonly<Record<string, string>> | null | undefined): string | undefined {
  const automatic = String(chosen?.['useAutomaticTimezone']) !== 'false';
  const name = chosen?.[automatic ? 'automaticTimezone' : 'manualTimezone'];
  return name !== undefined && isTimeZone(name) ? name : undefined;
}
