import {chmod, copyFile, mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Everything of glibc that the official Mattermost image has, and no C++ library. */
const glibc = [
  '/lib64/ld-linux-x86-64.so.2',
  ...[
    'libc.so.6',
    'libm.so.6',
    'libdl.so.2',
    'libpthread.so.0',
    'librt.so.1',
    'libresolv.so.2',
    'libnss_files.so.2',
    'libnss_dns.so.2',
  ].map((name) => `/lib/x86_64-linux-gnu/${name}`),
];

/** The user of the official Mattermost image. */
const mattermostUser = 2000;

const texts: Readonly<Record<string, string>> = {
  '/etc/passwd': `mattermost:x:${mattermostUser}:${mattermostUser}::/tmp:/bin/false\n`,
  '/etc/nsswitch.conf': 'hosts: files dns\n',
  '/etc/hosts': '127.0.0.1 localhost\n',
  '/dev/null': '',
};

/** A root folder in which programs find glibc and nothing else of this machine. */
export interface GlibcRoot {
  readonly dir: string;
  /**
   * The command line that runs a program of the root as the user `mattermost`, with /proc and /dev/null.
   * The mounts live as long as the process, which keeps its process id: a signal reaches the program.
   *
   * @param argv - the program and its arguments, as paths inside the root
   */
  commandLine(argv: readonly string[]): {readonly command: string; readonly args: readonly string[]};
}

const enter = [
  'mount -t proc proc "$0/proc"',
  'mount --bind /dev/null "$0/dev/null"',
  `exec chroot --userspec=${mattermostUser}:${mattermostUser} "$0" "$@"`,
].join(' && ');

/**
 * Fills a folder with what the official Mattermost image has of a system. Only root may run programs in
 * it; the machine is Debian on amd64.
 */
export const createGlibcRoot = async (dir: string): Promise<GlibcRoot> => {
  await Promise.all(['proc', 'tmp'].map((name) => mkdir(join(dir, name), {recursive: true})));
  await chmod(join(dir, 'tmp'), 0o1777);
  for (const file of glibc) {
    await mkdir(dirname(join(dir, file)), {recursive: true});
    await copyFile(file, join(dir, file));
  }
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(dir, path)), {recursive: true});
    await writeFile(join(dir, path), text);
  }
  return {
    dir,
    commandLine: (argv) => ({command: 'unshare', args: ['--mount', 'sh', '-c', enter, dir, ...argv]}),
  };
};
