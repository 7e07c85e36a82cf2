import type {Page} from 'playwright-core';

/**
 * All that the browser computes of each element of ours, compared with what it computes where Mattermost's rules are
 * gone, but for what a component takes over on purpose: the colours, the font, and where it is. They are back then.
 *
 * @returns what differs
 */
export const changesWithoutRules = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'));
    const all = [...document.querySelectorAll('[class*="zoom-"], [class*="zoom-"] *')];
    const ours = all.filter((element) => element.closest('.zoom-field') === null);
    // One text an element: there are a hundred thousand values on a page.
    const looks = (): string[] =>
      ours.map((element) => {
        const style = getComputedStyle(element);
        return names.map((name) => style.getPropertyValue(name)).join('\n');
      });
    const before = looks();
    const sheetOf = (id: string): HTMLStyleElement => document.getElementById(id) as HTMLStyleElement;
    const [own, theme] = [sheetOf('mattermost-page'), sheetOf('mattermost-theme')];
    const [ownRules, themeRules] = [own.textContent, theme.textContent];
    const ofTheme = [...(theme.sheet?.cssRules ?? [])].map(({cssText}) => cssText);
    own.textContent = 'body{margin:0;font:14px/1.42857143 "Open Sans",sans-serif}*{box-sizing:border-box}';
    theme.textContent = ofTheme.filter((rule) => /^(:root|\.app__body) \{/.test(rule)).join('');
    const after = looks();
    own.textContent = ownRules;
    theme.textContent = themeRules;
    return ours.flatMap((element, index) => {
      const [former, values] = [before[index]?.split('\n') ?? [], after[index]?.split('\n') ?? []];
      const what = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      return names.flatMap((name, at) =>
        former[at] === values[at] ? [] : [`${what} ${name}: ${values[at]}, not ${former[at]}`],
      );
    });
  });
