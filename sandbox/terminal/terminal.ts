import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import type {Sandbox} from '../sandbox.js';
import {runLine} from './run-line.js';
import type {Screen} from './screen.js';
import {createSession, type Session, TerminalError} from './session.js';
import {showChanges} from './show-changes.js';
import {suggest} from './suggest.js';

interface TerminalDeps {
  sandbox: Sandbox;
  screen: Screen;
  input: Readable;
  /** Somebody sits there: greet, prompt and suggest. Otherwise each line is echoed, and a wrong one ends it. */
  isInteractive: boolean;
}

/** Reads and carries out lines until there are no more. @returns the number of the line that failed, if any. */
export async function runTerminal({
  sandbox,
  screen,
  input,
  isInteractive,
}: TerminalDeps): Promise<number | undefined> {
  const session = createSession(sandbox, screen);
  const stop = showChanges(session);
  const lines = createInterface({input, ...(isInteractive ? {output: process.stdout} : {})});
  const prompt = (): void => {
    if (!isInteractive) return;
    const hint = suggest(session.tried);
    if (hint !== undefined) screen.line(`\n${screen.dim(hint)}`);
    lines.setPrompt(`\n${session.person.username} in ~${session.channel.name} > `);
    lines.prompt();
  };
  if (isInteractive) greet(screen);
  prompt();
  try {
    let number = 0;
    for await (const typed of lines) {
      number += 1;
      const line = typed.trim();
      if (line === 'quit') return undefined;
      if (line !== '' && !line.startsWith('#')) {
        if (!isInteractive) screen.line(`\n${session.person.username} in ~${session.channel.name} > ${line}`);
        if (!(await attempt(session, line)) && !isInteractive) return number;
      }
      prompt();
    }
    return undefined;
  } finally {
    lines.close();
    stop();
  }
}

async function attempt(session: Session, line: string): Promise<boolean> {
  try {
    await runLine(session, line);
    return true;
  } catch (error) {
    if (!(error instanceof TerminalError)) throw error;
    session.screen.line(error.message);
    return false;
  }
}

function greet(screen: Screen): void {
  screen.line(screen.bold('Zoom for Mattermost: a sandbox'));
  screen.line('A small Mattermost and a simulated Zoom, with the real plugin process between them.');
  screen.line(
    'You are Ana in the channel ~town-square. Nothing here leaves this machine. help shows everything, quit ends it.',
  );
}
