import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {compose} from '../../../server/compose.js';
import {runCli} from '../../../server/hosts/standalone/cli/run-cli.js';
import {systemRandom} from '../../../server/lib/system-random.js';
import {copyStore} from '../../../server/outbound/store/engines/copy-store.js';
import {createStore} from '../../../server/outbound/store/engines/create-store.js';
import {createServiceRecords} from '../../../server/outbound/store/service-records.js';

/** A command of the service in this process, which costs a tenth of one of its own. `typed`: lines. */
export async function runInProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  typed: readonly string[] = [],
): Promise<{status: number; said: string; complained: string}> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(typed.map((line) => `${line}\n`).join(''));
  const {platform} = process;
  const argv = ['node', 'zoom-mattermost', ...args];
  const told = Promise.all([text(stdout), text(stderr)]);
  const status = await runCli({argv, env, platform, stdin, stdout, stderr} as unknown as NodeJS.Process, {
    createStore(address, deps) {
      const store = createStore(address, deps);
      const {keyValue} = store;
      return {...store, records: createServiceRecords({...deps, keyValue, random: systemRandom})};
    },
    loadCompose: async () => compose,
    loadCopyStore: async () => copyStore,
  });
  stdout.end();
  stderr.end();
  const [said, complained] = await told;
  return {status, said, complained};
}
