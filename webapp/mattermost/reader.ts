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

/** The category under which Mattermost keeps what people choose in this plugin's settings. */
const OURS = 'pp_zoom';

/** Reads it from the page's store, which keeps every choice as text. */
export function readerOf(state: HostState): Reader {
  const user = currentUser(state);
  return {
    userId: state.entities.users.currentUserId,
    locale: user?.locale || 'en',
    timeZone: timeZoneOf(user?.timezone),
    // A person who never chose has no such preference, and the clock of their language.
    twelveHours: clockOf(preference(state, 'display_settings', 'use_military_time')),
    opensMeetings: preference(state, OURS, 'open') !== 'off',
    prefersApp: preference(state, OURS, 'app') === 'zoom',
  };
}

const clockOf = (military: string | undefined): boolean | undefined =>
  military === undefined ? undefined : military !== 'true';

function timeZoneOf(chosen: Readonly<Record<string, string>> | null | undefined): string | undefined {
  const automatic = String(chosen?.['useAutomaticTimezone']) !== 'false';
  const name = chosen?.[automatic ? 'automaticTimezone' : 'manualTimezone'];
  return name !== undefined && isTimeZone(name) ? name : undefined;
}

/** A server may know zones that this browser does not. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
