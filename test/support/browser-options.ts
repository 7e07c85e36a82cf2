import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {LaunchOptions} from 'playwright-core';
import {projectRoot} from '../../scripts/project-root.js';

/** Nothing but what is asked for goes out, and it runs in containers without user namespaces. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a browser is launched: that of `CHROMIUM_PATH`, or the one that comes as a dev dependency. */
export const browserOptions = (): LaunchOptions => ({
  executablePath: process.env['CHROMIUM_PATH'] || unpackedChromium(),
  args: FLAGS,
  headless: true,
});

/** Unpacked once and kept. Several runs may do so at once: the first to be done gives its folder the name. */
function unpackedChromium(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Set CHROMIUM_PATH to an installed Chrome or Chromium: the one of npm is for Linux on x64.',
    );
  }
  const cache = join(projectRoot, 'build/cache');
  const folder = join(cache, `chromium-${packedVersion()}`);
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  mkdirSync(cache, {recursive: true});
  const own = mkdtempSync(join(cache, 'unpacking-'));
  execFileSync(process.execPath, [join(projectRoot, 'test/support/unpack-chromium.mjs')], {
    env: {...process.env, NODE_OPTIONS: '', TMPDIR: own},
  });
  try {
    renameSync(own, folder);
  } catch (error) {
    if (!existsSync(executable)) throw error;
    rmSync(own, {recursive: true});
  }
  return executable;
}

function packedVersion(): string {
  const path = join(projectRoot, 'node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as {version: string}).version;
}
