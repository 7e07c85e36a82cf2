import chromium from '@sparticuz/chromium';
import {type Browser, chromium as driver} from 'playwright-core';

/** Nothing but what is asked for goes out, and containers without user namespaces do. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Where a Chromium is: that of `CHROMIUM_PATH`, or the one that comes as a dev dependency and is unpacked on first use.
 *
 * @throws where neither is there: that dependency is for Linux on x64
 */
export async function chromiumPath(): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Set CHROMIUM_PATH to an installed Chrome or Chromium: the one of npm is for Linux on x64.',
    );
  }
  return chromium.executablePath();
}

/** One browser; a test file shares it and opens a context of its own for each test. */
export const launchBrowser = async (): Promise<Browser> =>
  driver.launch({executablePath: await chromiumPath(), args: FLAGS, headless: true});
