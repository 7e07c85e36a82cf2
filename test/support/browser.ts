import {constants, Script} from 'node:vm';
import type {Browser, BrowserType} from 'playwright-core';
import {shared} from './shared/shared.js';

/** Node's own import, which a worker does once: jest would compile these three megabytes anew in each suite. */
const script = new Script("import('playwright-core')", {
  filename: import.meta.filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});

/** A connection to the browser of this worker; what is opened through it ends with it. */
export async function connectBrowser(): Promise<Browser> {
  const {chromium} = (await script.runInThisContext()) as {chromium: BrowserType};
  return chromium.connect(await shared('browser', process.env['JEST_WORKER_ID']));
}
