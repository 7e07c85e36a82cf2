import {spawnSync} from 'node:child_process';

/**
 * Whether Go is installed, which the tests against Mattermost's official module need. Where it is missing they
 * are left out: `npm test` has said so in one line (SKIP_GO_HOST), jest alone says it here. In CI they may not be
 * left out, so that it is an error there.
 */
export function hasGo(): boolean {
  if (process.env.SKIP_GO_HOST !== undefined) return false;
  // `npm test` has looked.
  if (process.env.ZOOM_TEST_SHARED !== undefined) return true;
  if (spawnSync('go', ['version'], {stdio: 'ignore'}).status === 0) return true;
  if (process.env.CI === 'true') throw new Error('Go is not installed, but CI runs the tests that need it');
  process.stderr.write("Go is not installed: the tests against Mattermost's Go module are left out\n");
  return false;
}
