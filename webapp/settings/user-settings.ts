import type {UserSettings} from '../mattermost/registry.js';
import {catalogueFor, type TextKey} from '../text/catalogue.js';

interface Row {
  /** As Mattermost keeps it in the category `pp_zoom`. */
  name: string;
  title: TextKey;
  /** The first is the default. */
  options: readonly {value: string; text: TextKey; helpText?: TextKey}[];
}

/** What a person can choose. One more choice is one more row. */
const ROWS: readonly Row[] = [
  {
    name: 'open',
    title: 'zoom.settings.open',
    options: [
      {value: 'on', text: 'zoom.settings.open.on'},
      {value: 'off', text: 'zoom.settings.open.off'},
    ],
  },
  {
    name: 'app',
    title: 'zoom.settings.app',
    options: [
      {value: 'browser', text: 'zoom.settings.app.browser'},
      {value: 'zoom', text: 'zoom.settings.app.zoom', helpText: 'zoom.settings.app.zoom.help'},
    ],
  },
];

/** The page takes strings here, not elements: they are made for the reader's language, and anew when that changes. */
export function userSettings(locale: string, icon: string): UserSettings {
  const texts = catalogueFor(locale);
  return {
    id: 'zoom',
    uiName: 'Zoom',
    icon,
    // A section each: Mattermost draws several choices of one section as one list, without their titles.
    sections: ROWS.map(({name, title, options}) => ({
      title: texts[title],
      settings: [
        {
          name,
          title: texts[title],
          type: 'radio',
          default: options[0]?.value ?? '',
          options: options.map(({value, text, helpText}) => ({
            value,
            text: texts[text],
            ...(helpText === undefined ? {} : {helpText: texts[helpText]}),
          })),
        },
      ],
    })),
  };
}
