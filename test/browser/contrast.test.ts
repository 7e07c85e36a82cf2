import {describe, expect, it} from '@jest/globals';
import {THEMES} from '../../sandbox/page/themes.js';
import {measureContrast} from './contrast.js';
import {screenshot} from './look.js';
import {ANA, EVERY_STATE, PEOPLE_STATES, sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

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
