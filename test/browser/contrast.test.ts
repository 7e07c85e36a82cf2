import {describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {type ThemeName, THEME_NAMES, THEMES} from '../../sandbox/page/themes.js';
import {isThorough} from '../support/thorough.js';
import type {ReactVersion} from './build-test-page.js';
import {COMPONENTS} from './components.js';
import {measureContrast} from './contrast.js';
import {screenshot} from './look.js';
import {ANA, EVERY_STATE, PEOPLE_STATES, sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

// What React draws is the same in every theme.
const LOOKS: readonly {react: ReactVersion; themes: readonly [ThemeName, ...ThemeName[]]}[] = isThorough()
  ? [
      {react: 18, themes: THEME_NAMES},
      {react: 19, themes: ['dark']},
    ]
  : [{react: 18, themes: ['light', 'dark']}];

describe.each(LOOKS)('In Mattermost’s page, on React $react', ({react, themes}) => {
  it.each(COMPONENTS)(
    'every text of $name can be read in each theme, at rest and under the pointer',
    async ({name, show}) => {
      const page = await show(open, {react, theme: themes[0]});
      if (react === 18) await keepPictures(page, name, themes);
      const chosen = Object.fromEntries(themes.map((theme) => [theme, () => choose(page, theme)]));
      const {texts, faint} = await measureContrast(page, chosen);
      expect(texts).toBeGreaterThan(0);
      expect(faint).toEqual([]);
    },
  );
});

async function keepPictures(page: Page, name: string, themes: readonly ThemeName[]): Promise<void> {
  for (const theme of themes) {
    await choose(page, theme);
    await screenshot(page, `look-${name.replaceAll(' ', '-')}-${theme}`);
  }
}

/** As a person does in Mattermost's settings: the page stays. */
async function choose(page: Page, theme: ThemeName): Promise<void> {
  await page.emulateMedia({colorScheme: theme === 'light' ? 'light' : 'dark'});
  await page.evaluate((colours) => window.testPage.change({theme: colours}), THEMES[theme]);
}

describe('A theme that a person made, chosen while the page is open', () => {
  it.each([
    [
      'dark words on yellow buttons',
      {'button-bg': '#ffd470', 'button-color': '#1b1d22', 'link-color': '#c99700'},
    ],
    [
      'white words on pale green',
      {'button-bg': '#9be7c4', 'button-color': '#ffffff', 'link-color': '#9be7c4'},
    ],
    ['grey words on grey', {'button-bg': '#8a8a8a', 'button-color': '#767676', 'link-color': '#8a8a8a'}],
    [
      'red on black',
      {
        'center-channel-bg': '#000000',
        'center-channel-color': '#d0d0d0',
        'button-bg': '#7a0000',
        'button-color': '#ff8080',
        'link-color': '#a00000',
      },
    ],
  ])('is readable with %s', async (name, colours) => {
    const posts = [...EVERY_STATE, ...PEOPLE_STATES].map((post, index) => ({...post, id: `${index}`}));
    const {page} = await open({scene: sampleScene({posts, reader: ANA})});
    await page.getByText('Ended at 15:05').waitFor();
    await page.evaluate((theme) => window.testPage.change({theme}), {...THEMES.light, ...colours});
    const {texts, faint} = await measureContrast(page);
    expect(texts).toBeGreaterThan(0);
    expect(faint).toEqual([]);
    await screenshot(page, `look-theme-${name.replaceAll(' ', '-')}`);
  });
});
