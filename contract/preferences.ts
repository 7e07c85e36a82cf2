/** What a person can choose, by the names under which Mattermost keeps it. The first value of each is the default. */
export const PREFERENCE_CHOICES = {
  /** Whether a meeting that one starts opens by itself. */
  open: ['on', 'off'],
  /** Where join links open. */
  app: ['browser', 'zoom'],
  /** Which number one's meetings have: a new one each time, the personal meeting ID, or as one says at each start. */
  id: ['unique', 'personal', 'ask'],
  /** A direct message when the first one waits for the meeting that one hosts. */
  arrivals: ['on', 'off'],
  /** An offer to make a card of a link to one's own meeting that one posts. */
  links: ['on', 'off'],
} as const;

/** The category of these preferences in Mattermost: `pp_` and the plugin's id. */
export const PREFERENCE_CATEGORY = 'pp_zoom';

export type PreferenceName = keyof typeof PREFERENCE_CHOICES;
export type PreferenceChoice<Name extends PreferenceName> = (typeof PREFERENCE_CHOICES)[Name][number];
export type Preferences = {readonly [Name in PreferenceName]: PreferenceChoice<Name>};

/** Reads what Mattermost keeps, which is text and may be anything. What is not a choice counts as the default. */
export function readPreferences(stored: Readonly<Record<string, string | undefined>>): Preferences {
  const entries = Object.entries(PREFERENCE_CHOICES).map(([name, choices]) => [
    name,
    choices.find((choice) => choice === stored[name]) ?? choices[0],
  ]);
  return Object.fromEntries(entries) as Preferences;
}

/** Whether there is such a choice. */
export function isPreference(name: string, value: string): name is PreferenceName {
  const choices: readonly string[] | undefined = Object.hasOwn(PREFERENCE_CHOICES, name)
    ? PREFERENCE_CHOICES[name as PreferenceName]
    : undefined;
  return choices?.includes(value) === true;
}
