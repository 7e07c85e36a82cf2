import {spawn, type ChildProcess, type ChildProcessByStdio} from 'node:child_process';
import {kill} from 'node:process';
import type {Readable} from 'node:stream';
import {readLines} from '../../lib/read-lines.js';
import {GoPluginError} from './go-plugin-error.js';

/** How a process ended: by itself with a code, or by a signal. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface PluginProcess {
  readonly pid: number;
  /** The first line on stdout. Rejects with {@link GoPluginError} if the process ends without one. */
  readonly firstLine: Promise<string>;
  readonly exited: Promise<ProcessExit>;
  /** SIGKILL, also to whatever the process has started. */
  kill(): void;
}

export interface ProcessOptions {
  readonly command: string;
  readonly args?: readonly string[];
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onStderrLine: (line: string) => void;
}

const MAX_LINE = 64 * 1024;

/** Starts a process in a group of its own. Rejects with {@link GoPluginError} if there is no such program. */
export async function startProcess({
  command,
  args = [],
  env,
  onStderrLine,
}: ProcessOptions): Promise<PluginProcess> {
  const child = spawn(command, args, {env, stdio: ['ignore', 'pipe', 'pipe'], detached: true});
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({code, signal}));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) =>
      reject(new GoPluginError('not-started', `cannot run ${command}`, {cause: error})),
    );
  });
  readLines(child.stderr, MAX_LINE, onStderrLine);
  const firstLine = readFirstLine(child);
  // The caller may have stopped waiting for it.
  firstLine.catch(() => undefined);
  return {pid: Number(child.pid), firstLine, exited, kill: () => killGroup(child)};
}

function readFirstLine(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    // Later lines are read too, and dropped: a full pipe would stop the process.
    readLines(child.stdout, MAX_LINE, resolve);
    child.once('close', (code, signal) => {
      reject(new GoPluginError('not-started', `the plugin ended before its handshake (${signal ?? code})`));
    });
  });
}

function killGroup({pid, exitCode, signalCode}: ChildProcess): void {
  // Once the process is gone, another one may have its number.
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  kill(-pid, 'SIGKILL');
}
