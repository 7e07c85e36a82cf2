import {spawn, type ChildProcessWithoutNullStreams} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../../scripts/project-root.js';
import {isThorough} from '../../support/thorough.js';

/** They are waited for alike, and each costs a start. */
const SIGNALS = isThorough() ? (['SIGINT', 'SIGTERM'] as const) : (['SIGINT'] as const);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-script-'));
});
afterAll(() => rm(folder, {recursive: true}));

const start = (...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args], {
    cwd: projectRoot,
    env: {...process.env, INIT_CWD: folder, NODE_OPTIONS: ''},
  });

/** Runs it to its end, without any input. */
async function run(args: readonly string[]): Promise<{status: number; output: string; errors: string}> {
  const child = start(...args);
  let output = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  child.stdin.end();
  const [status] = (await once(child, 'close')) as [number];
  return {status, output, errors};
}

describe('npm start', () => {
  it('carries out a script against the plugin that it has built', async () => {
    await writeFile(join(folder, 'demo'), '/zoom start Weekly planning\nzoom start\nzoom end\nquit\nnever\n');
    const {status, output, errors} = await run(['--script', 'demo']);
    expect([status, errors]).toEqual([0, '']);
    expect(output).toContain('The Zoom meeting “Weekly planning” that Ana Silva started has ended after');
    expect(output).not.toContain('\u001b');
  });

  it('ends with the status 1 and the number of the line that failed', async () => {
    await writeFile(join(folder, 'wrong'), '/zoom\n\nzoom end\n/zoom\n');
    const {status, errors} = await run(['--script', 'wrong']);
    expect([status, errors]).toEqual([1, 'wrong: line 3 could not be carried out.\n']);
  });

  it('shows in a tour how a card follows meetings, to the end of one of which no webhook told', async () => {
    const {status, output, errors} = await run(['--tour', '--fast']);
    expect([status, errors]).toEqual([0, '']);
    let from = 0;
    for (const text of [
      /Open this address beside it, where the same card changes live:\n\n  http:\/\/127\.0\.0\.1:\d+\/\n/,
      /1 of 12\nAna types a command[^]*opened “Weekly planning”/,
      /One person is waiting for the host\./,
      /direct message to you\n.* is waiting for you in “Weekly planning”\./,
      /In the meeting: Ana Silva \(host\) and Ben Okafor\n/,
      /In the meeting: Ana Silva \(host\), Ben Okafor, Carla \(guest\), and a caller\n/,
      /Carla leaves for good\.[^]*In the meeting: Ana Silva \(host\), Ben Okafor, and a caller\n/,
      /4 people took part: Ana Silva \(host\), Ben Okafor, Carla \(guest\), and a caller\n/,
      /Ana Silva cancelled the Zoom meeting “Wrong channel”\./,
      /Webhook meeting\.ended: it was lost on its way\./,
      /2 people took part: Ana Silva \(host\) and Ben Okafor\n/,
      /What to try next:/,
    ]) {
      const found = text.exec(output.slice(from));
      expect([text, found?.index !== undefined]).toEqual([text, true]);
      from += (found?.index ?? 0) + (found?.[0].length ?? 0);
    }
    expect(output).not.toMatch(/In the meeting:.*1646/);
  }, 90_000);

  it('explains arguments that make no sense', async () => {
    expect(await run(['--skript'])).toMatchObject({status: 2, errors: expect.stringContaining('Usage:')});
    expect(await run(['--script', 'absent'])).toEqual({
      status: 2,
      output: '',
      errors: `There is no file ${join(folder, 'absent')}.\n`,
    });
  });

  it('opens a page for the browser where nobody pipes anything in, and ends with 0', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
      cwd: projectRoot,
      env: {...process.env, NODE_OPTIONS: ''},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve) => {
      let output = '';
      child.stdout.on('data', (text: Buffer) => {
        output += text.toString();
        const [, found] =
          /(http:\/\/127\.0\.0\.1:\d+\/)\n[^]*http:\/\/events\.localhost:\d+\/\n/.exec(output) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const page = await fetch(address);
    expect([page.url, page.status]).toEqual([`${address}as/ana/`, 200]);
    expect(await page.text()).toContain('<div id="root">');
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number];
    expect(status).toBe(0);
  });

  it.each(SIGNALS)(
    'takes lines that are piped in, and ends at once with the plugin process on %s',
    async (signal) => {
      const child = start();
      child.stdin.write('/zoom strat\nhealth\n');
      let output = '';
      const pluginPid = await new Promise<number>((resolve) => {
        child.stdout.on('data', (text: Buffer) => {
          output += text.toString();
          const [, pid] = /The plugin is well: process (\d+)/.exec(output) ?? [];
          if (pid !== undefined) resolve(Number(pid));
        });
      });
      expect(output).toContain('Did you mean `/zoom start`?');
      child.kill(signal);
      const [status] = (await once(child, 'close')) as [number];
      expect(status).toBe(130);
      expect(() => process.kill(pluginPid, 0)).toThrow('ESRCH');
    },
  );
});
