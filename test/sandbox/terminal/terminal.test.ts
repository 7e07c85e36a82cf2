import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createSandbox, type Sandbox} from '../../../sandbox/sandbox.js';
import {createScreen} from '../../../sandbox/terminal/screen.js';
import {suggest} from '../../../sandbox/terminal/suggest.js';
import {runTerminal} from '../../../sandbox/terminal/terminal.js';
import {buildPlugin} from '../../../scripts/build-plugin.js';

describe('The terminal of the sandbox', () => {
  let outDir: string;
  let sandbox: Sandbox;
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'terminal-'));
    sandbox = await createSandbox({pluginDir: (await buildPlugin({outDir})).folder});
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(outDir, {recursive: true});
  });
  const play = async (...lines: string[]): Promise<{seen: string; failed: number | undefined}> => {
    let seen = '';
    const screen = createScreen((text) => (seen += text), false);
    const input = Readable.from(lines.map((line) => `${line}\n`));
    return {failed: await runTerminal({sandbox, screen, input, isInteractive: false}), seen};
  };

  it('plays the main job: a card, its button, live, ended with its length', async () => {
    const {seen, failed} = await play(
      '/zoom start Weekly planning',
      'press',
      'zoom start',
      'zoom join Ben',
      'zoom end',
    );
    expect(failed).toBeUndefined();
    const order = [
      'Ana Silva started a Zoom meeting',
      '┃ Weekly planning',
      '(only you see this)',
      '[ Start as host ]',
      'This link signs you in to Zoom',
      'Live since',
      'has ended after less than a minute',
    ].map((text) => seen.replace(/\s+/g, ' ').indexOf(text));
    expect(order.every((place, index) => place > (order[index - 1] ?? -1))).toBe(true);
  });

  it('shows what others see: somebody unknown to Zoom, a foreign button, a typing mistake', async () => {
    const {seen} = await play('as ben', 'press', 'as zoe', '/zoom start', '/zoom strat');
    expect(seen).toContain('Refused: this button is not yours.');
    expect(seen).toContain('We could not verify your Mattermost account in Zoom.');
    expect(seen).toContain('Did you mean `/zoom start`?');
  });

  it('ends a script at the line that cannot be carried out, with a sentence', async () => {
    const {seen, failed} = await play('as ana', 'dance', '/zoom');
    expect(failed).toBe(2);
    expect(seen).toContain('"dance" means nothing here.');
    expect(seen).not.toContain('> /zoom');
  });

  it('guides from one thing to the next until all has been tried', () => {
    const tried = new Set<string>();
    expect(suggest(tried)).toBe('Try: /zoom start Weekly planning');
    for (const name of [
      '/zoom start',
      'press',
      'zoom start',
      'zoom join',
      'zoom end',
      'as',
      'kill',
      'help',
    ]) {
      expect(suggest(tried)).toBeDefined();
      tried.add(name);
    }
    expect(suggest(tried)).toBeUndefined();
  });
});
