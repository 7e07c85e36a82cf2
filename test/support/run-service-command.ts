import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';
import {toEnvironment} from '../../sandbox/service/service-process.js';

/** How a command of the service ended. */
export interface CommandRun {
  status: number;
  said: string;
  complained: string;
}

/** Runs a command of the built service, with its settings in the environment. */
export async function runServiceCommand({
  script,
  settings,
  args,
}: {
  script: string;
  settings: Readonly<Record<string, unknown>>;
  args: readonly string[];
}): Promise<CommandRun> {
  const child = spawn(process.execPath, [script, ...args], {
    env: {...process.env, ...toEnvironment(settings)},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [status]] = (await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])) as [string, string, [number]];
  return {status, said, complained};
}
