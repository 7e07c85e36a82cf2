import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';

/** A program that answers JSON commands: one per line on its stdin, answers and events on its stdout. */
export interface JsonLines {
  ask(op: string, args?: unknown): Promise<unknown>;
  onEvent(listener: (event: Record<string, unknown>) => void): () => void;
  /** Ends its stdin and waits until it is gone. */
  close(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** What a failed command answers, as it came. */
export interface Failure {
  message: string;
  id?: string;
  status?: number;
  details?: string;
}

interface Answer {
  id: number;
  result?: unknown;
  error?: Failure;
}

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface JsonLinesOptions {
  executable: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  toError: (failure: Failure) => Error;
}

export function startJsonLines({executable, args, env, toError}: JsonLinesOptions): JsonLines {
  const child = spawn(executable, args, {env, stdio: ['pipe', 'pipe', 'pipe']});
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: Record<string, unknown>) => void>();
  let lastId = 0;
  let ending: Error | undefined;
  let stderr = '';

  const ended = new Promise<void>((resolve) => {
    const end = (reason: string): void => {
      ending = new Error(`${executable} ${reason}${stderr === '' ? '' : `: ${stderr}`}`);
      for (const {reject} of pending.values()) reject(ending);
      pending.clear();
      resolve();
    };
    child.on('error', (error) => end(`cannot be run (${error.message})`));
    child.on('close', (code, signal) => end(`ended with ${code ?? signal ?? 'nothing'}`));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // Commands in flight are failed by the end of the process, which follows.
  child.stdin.on('error', () => undefined);

  createInterface({input: child.stdout}).on('line', (line) => {
    const message = JSON.parse(line) as Answer | Record<string, unknown>;
    if (!isAnswer(message)) {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = pending.get(message.id);
    pending.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.result);
    else asked?.reject(toError(message.error));
  });

  return {
    ask: (op, args = {}) =>
      new Promise((resolve, reject) => {
        if (ending !== undefined) {
          reject(ending);
          return;
        }
        lastId += 1;
        pending.set(lastId, {resolve, reject});
        child.stdin.write(`${JSON.stringify({id: lastId, op, args})}\n`);
      }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function isAnswer(message: Answer | Record<string, unknown>): message is Answer {
  return 'id' in message;
}
