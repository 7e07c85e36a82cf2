import type {PreferenceChoice, PreferenceName} from '../../contract/preferences.js';
import type {TextKey} from '../core/ports/texts.js';

interface ChoiceTexts {
  state: TextKey;
  button: TextKey;
}

/**
 * What each choice is called: how things are with it, and the button that makes it so. One more preference is one row.
 */
const PREFERENCE_TEXTS = {
  open: {
    on: {state: 'settings.open.on', button: 'settings.open.on.button'},
    off: {state: 'settings.open.off', button: 'settings.open.off.button'},
  },
  app: {
    browser: {state: 'settings.app.browser', button: 'settings.app.browser.button'},
    zoom: {state: 'settings.app.zoom', button: 'settings.app.zoom.button'},
  },
  id: {
    unique: {state: 'settings.id.unique', button: 'settings.id.unique.button'},
    personal: {state: 'settings.id.personal', button: 'settings.id.personal.button'},
    ask: {state: 'settings.id.ask', button: 'settings.id.ask.button'},
  },
  arrivals: {
    on: {state: 'settings.arrivals.on', button: 'settings.arrivals.on.button'},
    off: {state: 'settings.arrivals.off', button: 'settings.arrivals.off.button'},
  },
  links: {
    on: {state: 'settings.links.on', button: 'settings.links.on.button'},
    off: {state: 'settings.links.off', button: 'settings.links.off.button'},
  },
} as const satisfies {
  readonly [Name in PreferenceName]: Record<PreferenceChoice<Name>, ChoiceTexts>;
};

/** The value is one of the choices. */
export const preferenceTexts = (name: PreferenceName, value: string): ChoiceTexts =>
  (PREFERENCE_TEXTS[name] as Readonly<Record<string, ChoiceTexts>>)[value] as ChoiceTexts;
