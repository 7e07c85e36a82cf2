import {Readable} from 'node:stream';
import {expect} from '@jest/globals';
import type {Sandbox} from '../../../sandbox/sandbox.js';
import {createScreen} from '../../../sandbox/terminal/screen.js';
import {runTerminal} from '../../../sandbox/terminal/terminal.js';

/** What the terminal has shown, and the number of the line that failed. */
export interface Played {
  seen: string;
  failed: number | undefined;
}

/** Carries these lines out in the terminal. */
export async function playIn(sandbox: Sandbox, lines: readonly string[]): Promise<Played> {
  let seen = '';
  const screen = createScreen((text) => (seen += text), false);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const failed = await runTerminal({
    sandbox,
    screen,
    input,
    isInteractive: false,
    interrupt: () => undefined,
  });
  return {seen, failed};
}

/** Every text is there, and in this order. */
export function expectInOrder(seen: string, ...texts: string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = seen.indexOf(text, from);
    expect([text, at >= 0]).toEqual([text, true]);
    from = at + text.length;
  }
}
