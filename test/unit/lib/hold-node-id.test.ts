import {describe, expect, it} from '@jest/globals';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {holdNodeId} from '../../../server/lib/hold-node-id.js';
import {projectRoot} from '../../../scripts/project-root.js';
import {spawn} from 'node:child_process';

const canKnow = existsSync('/proc/sys/kernel/random/boot_id');

/** Another process that holds it until it is killed. */
async function holdElsewhere(of: string) {
  const code = `import('./server/lib/hold-node-id.ts').then(({holdNodeId}) =>
    holdNodeId(${JSON.stringify(of)})).then((id) => { console.log(id); setInterval(() => {}, 1e6); })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], {cwd: projectRoot});
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    id: line.toString().trim(),
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

(canKnow ? describe : describe.skip)('the id of a node', () => {
  it('is held by one process at a time, and is the same for the next, however the first ended', async () => {
    const of = randomUUID();
    const other = await holdElsewhere(of);
    expect(other.id).toMatch(/^[0-9a-f]{64}$/);
    expect(await holdNodeId(of)).toBeUndefined();
    await other.kill();
    expect(await holdNodeId(of)).toBe(other.id);
  }, 30_000);

  it('is another one for another Mattermost', async () => {
    const [one, other] = await Promise.all([holdNodeId(randomUUID()), holdNodeId(randomUUID())]);
    expect(one).toBeDefined();
    expect(one).not.toBe(other);
  });
});
