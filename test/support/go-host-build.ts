import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {projectRoot} from '../../scripts/project-root.js';

/** Versions of Mattermost whose module the Go host is built with: the newest, and older ones that are in use. */
export const GO_MODULE_FILES = {'11.11': 'go.mod', '11.6': 'go-11.6.mod', '10.5': 'go-10.5.mod'} as const;
export type SdkVersion = keyof typeof GO_MODULE_FILES;

/** Whether plugins can write to the audit log of this version: from 10.10 on. */
export const takesAudits = (sdk: SdkVersion): boolean => sdk !== '10.5';

export interface GoHostBuild {
  executable: string;
  /** The Go twin of the echo plugin, ready to be installed. */
  echoPluginDir: string;
  /** A Go plugin that calls the API methods that a test names. */
  callerPluginDir: string;
}

/** The time to allow a test for a first build. */
export const COLD_BUILD_MS = 300_000;

const SOURCE = join(projectRoot, 'test/wire/host');
const BUILD = join(projectRoot, 'build');

const run = promisify(execFile);

/**
 * Builds the Go host and the Go plugins for one version of the SDK, unless this very source has been built
 * already. The first build of a version takes about a minute (it compiles the SDK), later ones 3 s.
 */
export async function buildGoHost(sdk: SdkVersion): Promise<GoHostBuild> {
  const dir = join(BUILD, `go-host-${sdk}`, await sourceHash());
  if (!(await exists(dir))) await buildInto(dir, sdk);
  return {
    executable: join(dir, 'go-host'),
    echoPluginDir: join(dir, 'echo'),
    callerPluginDir: join(dir, 'caller'),
  };
}

/** Builds beside the goal and renames, because other test processes may be doing the same. */
async function buildInto(dir: string, sdk: SdkVersion): Promise<void> {
  await mkdir(join(dir, '..'), {recursive: true});
  const work = await mkdtemp(join(dir, '../work-'));
  try {
    await compile(work, [`-modfile=${GO_MODULE_FILES[sdk]}`, ...tagsFor(sdk)]);
    await rename(work, dir);
  } catch (error) {
    await rm(work, {recursive: true});
    if (!(await exists(dir))) throw error;
  }
}

/** What a version lacks is left out. */
const tagsFor = (sdk: SdkVersion): readonly string[] => (takesAudits(sdk) ? [] : ['-tags=before_10_10']);

async function compile(work: string, options: readonly string[]): Promise<void> {
  const generated = join(work, 'recorder_generated.go');
  const {stdout} = await go('run', ...options, './generate');
  await writeFile(generated, stdout);
  const overlay = join(work, 'overlay.json');
  await writeFile(overlay, JSON.stringify({Replace: {[join(SOURCE, 'recorder_generated.go')]: generated}}));
  await go('build', ...options, '-overlay', overlay, '-o', join(work, 'go-host'), '.');

  for (const plugin of ['echo', 'caller']) {
    await go('build', ...options, '-o', join(work, plugin, 'plugin'), `./${plugin}`);
    await cp(join(SOURCE, plugin, 'plugin.json'), join(work, plugin, 'plugin.json'));
  }
}

async function go(...args: string[]): Promise<{stdout: string}> {
  return run('go', args, {cwd: SOURCE, maxBuffer: 16 * 1024 * 1024});
}

async function sourceHash(): Promise<string> {
  const entries = await readdir(SOURCE, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
