import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import type {LogRecord} from '../mattermost/records.js';

/** The service in its process, as an operator runs it. */
export interface ServiceProcess {
  readonly pid: number;
  /** Its own address on this machine, once it is ready. */
  readonly url: string;
  /** SIGTERM; resolves when it is gone. */
  end(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  isAlive(): boolean;
  /** Resolves when it is gone. */
  readonly gone: Promise<unknown>;
}

export interface ServiceOptions {
  script: string;
  /** The settings by their names; secrets and all, in the environment. */
  settings: Readonly<Record<string, unknown>>;
  env?: Readonly<Record<string, string>>;
  /** Is given every line of its log. */
  log: (entry: LogRecord) => void;
}

/**
 * Starts the service and resolves when it says that it is ready.
 * @throws Error with what it wrote when it ends before
 */
export async function startService({
  script,
  settings,
  env = {},
  log,
}: ServiceOptions): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [script], {
    // Several run on one machine.
    env: {...process.env, MM_ZOOM_METRICSLISTEN: '127.0.0.1:0', ...env, ...toEnvironment(settings)},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  let port = 0;
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', (line) => {
      const entry = toEntry(line);
      log(entry);
      if (entry.message === 'The service listens') port = Number(entry.fields['port']);
      if (entry.message === 'The service is ready') resolve();
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    void gone.then(() => reject(new Error(`The service ended: ${complaint}`)));
  });
  ready.catch(() => undefined);
  await ready;
  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (isAlive(child)) child.kill(signal);
    await gone;
  };
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}`,
    end: () => stop('SIGTERM'),
    kill: () => stop('SIGKILL'),
    isAlive: () => isAlive(child),
    gone,
  };
}

const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** The settings as a service reads them from its environment. */
export const toEnvironment = (settings: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`MM_ZOOM_${name.toUpperCase()}`, String(value)]),
  );

function toEntry(line: string): LogRecord {
  const {level, message, time: _time, ...fields} = JSON.parse(line) as Record<string, unknown>;
  return {level: level as LogRecord['level'], message: String(message), fields};
}
