import type {UserSettingsPage} from '../mattermost/registry.js';
import type {MessageId, Translate} from '../translate.js';

/** One row for each thing that a person can choose; the first option is the default. */
const ROWS: readonly {name: string; title: MessageId; options: readonly [string, MessageId][]}[] = [
  {
    name: 'open',
    title: 'zoom.settings.open',
    options: [
      ['on', 'zoom.settings.open.on'],
      ['off', 'zoom.settings.open.off'],
    ],
  },
  {
    name: 'app',
    title: 'zoom.settings.app',
    options: [
      ['browser', 'zoom.settings.app.browser'],
      ['zoom', 'zoom.settings.app.zoom'],
    ],
  },
];

/** The plugin's page in a person's settings, in their language. */
export const userSettings = (translate: Translate, icon: string): UserSettingsPage => ({
  id: 'zoom',
  uiName: 'Zoom',
  icon,
  sections: ROWS.map(({name, title, options}) => ({
    title: translate(title),
    settings: [
      {
        name,
        type: 'radio',
        title: translate(title),
        default: options[0]?.[0] ?? '',
        options: options.map(([value, text]) => ({value, text: translate(text)})),
      },
    ],
  })),
});
