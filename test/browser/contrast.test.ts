import {describe, expect, it} from '@jest/globals';
import {THEME_NAMES} from '../../sandbox/page/themes.js';
import {COMPONENTS} from './components.js';
import {measureContrast} from './contrast.js';
import {screenshot} from './look.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

const LOOKS = THEME_NAMES.flatMap((theme) => ([18, 19] as const).map((react) => ({theme, react})));

describe.each(LOOKS)('In Mattermost’s page, theme $theme, React $react', (look) => {
  it.each(COMPONENTS)(
    'every text of $name can be read, at rest and under the pointer',
    async ({name, show}) => {
      const page = await show(open, look);
      await screenshot(page, `look-${name.replaceAll(' ', '-')}-${look.theme}-react${look.react}`);
      const {texts, faint} = await measureContrast(page);
      expect(texts).toBeGreaterThan(0);
      expect(faint).toEqual([]);
    },
  );
});
