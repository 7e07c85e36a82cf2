import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';

const file = join(projectRoot, 'docs/zoom-mattermost.service');
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
const settings = Object.fromEntries(
  [...readFileSync(file, 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);

describe('The unit for systemd', () => {
  (hasSystemd ? it : it.skip)('is one that systemd understands (skipped where it is not installed)', () => {
    const {status, stderr} = spawnSync('systemd-analyze', ['verify', '--man=no', file], {encoding: 'utf8'});
    expect([stderr, status]).toEqual(['', 0]);
  });

  it('never gives up, but over a configuration that somebody has to change', () => {
    expect(settings).toMatchObject({
      Restart: 'on-failure',
      RestartSec: '5',
      StartLimitIntervalSec: '0',
      RestartPreventExitStatus: '78',
    });
  });

  it('waits longer for the end than the service takes', () => {
    const drainMs = /const DRAIN_MS = ([\d_]+);/.exec(
      readFileSync(join(projectRoot, 'server/hosts/standalone/run-service.ts'), 'utf8'),
    )?.[1];
    expect(Number(settings['TimeoutStopSec']) * 1000).toBeGreaterThan(Number(drainMs?.replace('_', '')));
  });

  it('comes with the package', () => {
    const {files} = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {files: string[]};
    expect(files).toContain('docs/zoom-mattermost.service');
  });
});
