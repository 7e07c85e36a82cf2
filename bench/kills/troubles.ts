import {spawnSync} from 'node:child_process';
import type {ServiceHost} from '../../test/support/service-host.js';
import type {TcpGate} from '../../test/support/tcp-gate.js';

/** Something that befalls what is around the service. The answer ends it. */
export type Trouble = () => Promise<() => Promise<void>>;

/** Mattermost is restarted: every websocket is cut, and calls end unanswered, carried out or not. */
export const restartOfMattermost =
  ({mattermost}: Pick<ServiceHost, 'mattermost'>, chance: () => number): Trouble =>
  async () => {
    mattermost.dropWebSockets();
    mattermost.faults.add('*', {kind: 'silence', moment: chance() < 0.5 ? 'before' : 'after'});
    return async () => mattermost.faults.lift();
  };

/** PostgreSQL ends every connection, and takes new ones. */
export const cutOfConnections =
  (cut: () => Promise<void>): Trouble =>
  async () => {
    await cut();
    return async () => undefined;
  };

/** PostgreSQL is not there. */
export const stopOfDatabase =
  (gate: TcpGate): Trouble =>
  async () => {
    await gate.shut();
    return () => gate.open();
  };

/**
 * The disk is full: no file of the process may grow beyond its first page (`RLIMIT_FSIZE`).
 * https://man7.org/linux/man-pages/man1/prlimit.1.html
 */
export const fullDisk =
  (pids: () => Promise<readonly number[]>): Trouble =>
  async () => {
    const limited = await pids();
    limited.forEach((pid) => limit(pid, '4096'));
    return async () => limited.forEach((pid) => limit(pid, 'unlimited'));
  };

/** A process that is gone has no limit. The hard limit stays, so that the soft one can be raised again. */
const limit = (pid: number, bytes: string): void =>
  void spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);

export const canFillDisk = (): boolean => spawnSync('prlimit', ['--version']).status === 0;
