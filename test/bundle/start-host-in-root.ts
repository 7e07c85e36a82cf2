import {chmod, copyFile, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {buildGoHost} from '../support/go-host-build.js';
import {startJsonLines, type JsonLines} from '../support/json-lines.js';
import type {GlibcRoot} from './create-glibc-root.js';

/**
 * Starts Mattermost's own Go module as a plugin host inside the root, with the plugin that lies in
 * `/plugins/zoom` there. The host is driven by the operations of test/wire/host.
 */
export const startHostInRoot = async (root: GlibcRoot): Promise<JsonLines> => {
  const {executable} = await buildGoHost('11.11');
  await copyFile(executable, join(root.dir, 'go-host'));
  await mkdir(join(root.dir, 'webapps'));
  await chmod(join(root.dir, 'webapps'), 0o777);
  const argv = ['/go-host', '-plugins', '/plugins', '-webapps', '/webapps', '-plugin', 'zoom'];
  const {command, args} = root.commandLine(argv);
  return startJsonLines({
    executable: command,
    args,
    env: {PATH: process.env['PATH']},
    toError: ({message}) => new Error(message),
  });
};
