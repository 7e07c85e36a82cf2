import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type Axe from 'axe-core';
import type {Page} from 'playwright-core';
import {projectRoot} from '../../scripts/project-root.js';

/** axe, for a page to run. It is read, not imported: each suite would compile half a megabyte that it never calls. */
export const axeScript = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe asks of a page: everything, or what its colours alone can break. */
export type Asked = 'everything' | 'colours';

/** What axe, which the page has loaded, finds wrong on it, each with the element; the page's own frame excepted. */
export async function askAxe(page: Page, asked: Asked = 'everything'): Promise<readonly string[]> {
  const found = await page.evaluate(
    async (rules) => {
      const {axe} = window as unknown as {axe: typeof Axe};
      const {violations} = await axe.run({resultTypes: ['violations'], ...(rules && {runOnly: rules})});
      return violations;
    },
    asked === 'colours' ? ['color-contrast', 'link-in-text-block'] : undefined,
  );
  return found.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary = ''}) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Whether the page has loaded axe already. */
export const hasAxe = (page: Page): Promise<boolean> => page.evaluate(() => 'axe' in window);
