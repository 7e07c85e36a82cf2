import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {projectRoot} from '../../scripts/project-root.js';
import {keepsPictures} from '../support/keeps-pictures.js';
import {askAxe, hasAxe} from './axe.js';

const folder = join(projectRoot, 'build/screenshots');

/** What axe finds wrong on the test page. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await hasAxe(page))) await page.addScriptTag({url: '/axe.js'});
  return askAxe(page);
}

/** Where `npm run pictures` finds them. */
const pictures = join(projectRoot, 'build/pictures');
const MARGIN = 12;

/** A picture for the documentation: this part of the page, with some room around it. */
export async function picture(part: Locator, name: string, margin = MARGIN): Promise<void> {
  const box = await part.boundingBox();
  if (box === null) throw new Error(`Nothing is seen of ${name}`);
  mkdirSync(pictures, {recursive: true});
  await part.page().screenshot({
    path: join(pictures, `${name}.png`),
    clip: {
      x: box.x - margin,
      y: box.y - margin,
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    },
    animations: 'disabled',
  });
}

/** A picture for people to look at, where they want any. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!keepsPictures()) return;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled'});
}
