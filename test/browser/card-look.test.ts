import {describe, expect, it} from '@jest/globals';
import {screenshot, violations} from './look.js';
import {LOOKS, LOOK_THEMES} from './looks.js';
import {ANA, cardPost, EVERY_STATE, sampleScene} from './sample-scene.js';
import {withBrowser} from './with-browser.js';

const open = withBrowser();

describe.each(LOOKS)('A card on React $react', ({react, themes}) => {
  it.each(themes)('has nothing that axe objects to in any state, in a %s theme', async (theme) => {
    for (const [reader, who] of [
      [ANA, 'host'],
      [undefined, 'others'],
    ] as const) {
      const scene = sampleScene({posts: EVERY_STATE, ...(reader === undefined ? {} : {reader})});
      const {page, complaints, leaks} = await open({
        react,
        theme,
        scene,
      });
      await page.getByText('Ended at 15:05').waitFor();
      await screenshot(page, `card-${who}-${theme}-react${react}`);
      expect(await violations(page)).toEqual([]);
      expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
      expect(leaks).toEqual([]);
    }
  });
});

describe('A narrow card', () => {
  it.each(LOOK_THEMES)('of 320 pixels does not run over, in a %s theme', async (theme) => {
    const long = 'Quarterly-planning-with-a-very-long-name-and-nothing-to-break-it-at-and-more';
    const posts = [...EVERY_STATE, {...cardPost({}, {meeting_topic: long}), id: '9'.repeat(26)}];
    const opened = await open({theme, width: 320, scene: sampleScene({posts})});
    await opened.page.getByText('Ended at 15:05').waitFor();
    await screenshot(opened.page, `card-320-${theme}`);
    const over = await opened.page.evaluate(() =>
      [...document.querySelectorAll('.zoom-card, .zoom-card *')]
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
        .map((part) => part.outerHTML),
    );
    expect(over).toEqual([]);
    expect(await violations(opened.page)).toEqual([]);
  });

  it('is smaller in the compact display', async () => {
    const opened = await open({scene: sampleScene({posts: EVERY_STATE, compact: true})});
    await opened.page.getByText('Ended at 15:05').waitFor();
    await screenshot(opened.page, 'card-compact');
    expect(await violations(opened.page)).toEqual([]);
  });
});

describe.each([
  ['de', 'Gestartet vor 12 Minuten von Ana', 'Beendet um 15:05'],
  ['en', 'Started 12 minutes ago by Ana', 'Ended at 15:05'],
  ['es', 'Iniciada hace 12 minutos por Ana', 'Finalizó a las 15:05'],
  ['fr', 'Démarrée il y a 12 minutes par Ana', 'Terminée à 15:05'],
  ['ja', 'Anaさんが12 分前に開始', '15:05に終了'],
])('In %s', (locale, started, ended) => {
  it('a card speaks the language', async () => {
    const opened = await open({
      scene: sampleScene({posts: EVERY_STATE, locale, reader: ANA}),
    });
    await opened.page.getByText(started).first().waitFor();
    await opened.page.getByText(ended).waitFor();
    await screenshot(opened.page, `card-${locale}`);
    expect(opened.complaints.filter((line) => !line.includes('404'))).toEqual([]);
    const {sections} = (await opened.page.evaluate(() => window.testPage.userSettings)) as {
      sections: {title: string; settings: unknown[]}[];
    };
    // A section each, by its own title: of several in one the page shows no titles.
    expect(sections.map(({settings}) => settings.length)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set(sections.map(({title}) => title)).size).toBe(5);
  });
});
