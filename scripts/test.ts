import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {buildPlugin} from './build-plugin.js';
import {projectRoot} from './project-root.js';
import {closingLine} from './test/closing-line.js';
import {runJest} from './test/run-jest.js';

/** Why the suites that launch Mattermost's own Go host cannot run; absent where they can. */
const findReasonWithoutGo = (): string | undefined =>
  spawnSync('go', ['version']).status === 0
    ? undefined
    : 'Go is not installed: the wire is proved on the TypeScript host only';

const runTests = async (): Promise<number> => {
  const withoutGo = findReasonWithoutGo();
  if (withoutGo !== undefined) {
    console.log(withoutGo);
    if (process.env['CI'] === 'true') {
      return 1;
    }
  }
  await buildPlugin({outDir: join(projectRoot, 'build/test-plugin')});
  const env: Record<string, string> = withoutGo === undefined ? {} : {SKIP_GO_HOST: withoutGo};
  const {status, results} = runJest(process.argv.slice(2), env);
  if (results !== undefined) {
    console.log(closingLine(results));
  }
  return status;
};

process.exitCode = await runTests();
