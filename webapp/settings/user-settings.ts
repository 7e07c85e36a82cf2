import {PREFERENCE_CHOICES, type PreferenceChoice, type PreferenceName} from '../../contract/preferences.js';
import type {UserSettings} from '../mattermost/registry.js';
import {catalogueFor, type TextKey} from '../text/catalogue.js';

interface OptionTexts {
  text: TextKey;
  helpText?: TextKey;
}

/** The texts for a person's choices. One more choice is one more row. */
const TEXTS: {
  readonly [Name in PreferenceName]: {title: TextKey; options: Record<PreferenceChoice<Name>, OptionTexts>};
} = {
  open: {
    title: 'zoom.settings.open',
    options: {on: {text: 'zoom.settings.open.on'}, off: {text: 'zoom.settings.open.off'}},
  },
  app: {
    title: 'zoom.settings.app',
    options: {
      browser: {text: 'zoom.settings.app.browser'},
      zoom: {text: 'zoom.settings.app.zoom', helpText: 'zoom.settings.app.zoom.help'},
    },
  },
  id: {
    title: 'zoom.settings.id',
    options: {
      unique: {text: 'zoom.settings.id.unique'},
      personal: {text: 'zoom.settings.id.personal'},
      ask: {text: 'zoom.settings.id.ask'},
    },
  },
  arrivals: {
    title: 'zoom.settings.arrivals',
    options: {on: {text: 'zoom.settings.arrivals.on'}, off: {text: 'zoom.settings.arrivals.off'}},
  },
  links: {
    title: 'zoom.settings.links',
    options: {on: {text: 'zoom.settings.links.on'}, off: {text: 'zoom.settings.links.off'}},
  },
};

/**
 * The page takes strings here, not elements: they are made for the reader's language, and made again when it changes.
 */
export function userSettings(locale: string, icon: string): UserSettings {
  const texts = catalogueFor(locale);
  return {
    id: 'zoom',
    uiName: 'Zoom',
    icon,
    // Each has its own section: Mattermost draws several choices in one section as one list, without their titles.
    sections: Object.entries(TEXTS).map(([name, {title, options}]) => ({
      title: texts[title],
      settings: [
        {
          name,
          title: texts[title],
          type: 'radio',
          default: PREFERENCE_CHOICES[name as PreferenceName][0],
          options: Object.entries<OptionTexts>(options).map(([value, {text, helpText}]) => ({
            value,
            text: texts[text],
            ...(helpText === undefined ? {} : {helpText: texts[helpText]}),
          })),
        },
      ],
    })),
  };
}
