import {beforeAll, describe, expect, it} from '@jest/globals';
import type {Page} from 'playwright-core';
import {type ThemeName, THEME_NAMES, THEMES} from '../../sandbox/page/themes.js';
import {isThorough} from '../support/thorough.js';
import type {ReactVersion} from './build-test-page.js';
import {COMPONENTS} from './components.js';
import {calm, inStates, measureContrast} from './contrast.js';
import {screenshot} from './look.js';
import {changesWithoutRules} from './page-rules.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser({staysOpen: true});

// What React draws is the same in every theme, and style sheets know nothing of React.
const LOOKS: readonly {react: ReactVersion; themes: readonly ThemeName[]}[] = isThorough()
  ? [
      {react: 18, themes: THEME_NAMES},
      {react: 19, themes: ['dark']},
    ]
  : [{react: 18, themes: ['light', 'dark']}];

const STATES = {rest: [], hover: ['hover'], focus: ['focus', 'focus-visible']} as const;

/** As a person does in Mattermost's settings: the page stays. */
async function choose(page: Page, theme: ThemeName): Promise<void> {
  await page.emulateMedia({colorScheme: theme === 'light' ? 'light' : 'dark'});
  await page.evaluate((colours) => window.testPage.change({theme: colours}), THEMES[theme]);
}

async function keepPictures(page: Page, name: string, themes: readonly ThemeName[]): Promise<void> {
  for (const theme of themes) {
    await choose(page, theme);
    await screenshot(page, `look-${name.replaceAll(' ', '-')}-${theme}`);
  }
}

describe.each(LOOKS)('In Mattermost’s page, on React $react,', ({react, themes}) => {
  describe.each(COMPONENTS)('$name', ({name, show}) => {
    let page: Page;
    beforeAll(async () => {
      page = await show(open, {react, theme: 'dark'});
    });

    it('can be read in each theme, at rest and under the pointer', async () => {
      if (react === 18) await keepPictures(page, name, themes);
      const chosen = Object.fromEntries(themes.map((theme) => [theme, () => choose(page, theme)]));
      const {texts, faint} = await measureContrast(page, chosen);
      expect(texts).toBeGreaterThan(0);
      expect(faint).toEqual([]);
    });

    it('is changed in nothing by Mattermost’s rules', async () => {
      await calm(page);
      await inStates(page, STATES, async (state) => {
        expect([state, await changesWithoutRules(page)]).toEqual([state, []]);
      });
    });
  });
});
