import type {Page} from '../mattermost/rest/page.js';
import {buildPageScripts} from './build-page-scripts.js';
import {createPage, type PageOptions} from './create-page.js';

/** Builds the chat page and all its scripts. */
export const buildPage = async (options: Omit<PageOptions, 'scripts'>): Promise<Page> =>
  createPage({...options, scripts: await buildPageScripts()});
