import {type Browser, chromium} from 'playwright-core';
import {shared} from './shared/shared.js';

/** A connection to the browser of this worker; what is opened through it ends with it. */
export const connectBrowser = async (): Promise<Browser> =>
  chromium.connect(await shared('browser', process.env['JEST_WORKER_ID']));
