import {clearLine, createInterface, cursorTo, type Interface} from 'node:readline';
import type {Readable} from 'node:stream';
import type {Sandbox} from '../sandbox.js';
import {placeName} from './find.js';
import {runLine} from './run-line.js';
import {type Screen, wrap} from './screen.js';
import {createSession, type Session} from './session.js';
import {showChanges} from './show-changes.js';
import {suggest} from './suggest.js';
import {TerminalError} from './terminal-error.js';

interface TerminalDeps {
  sandbox: Sandbox;
  screen: Screen;
  input: Readable;
  /** Somebody sits there: greet, prompt and suggest. Otherwise each line is echoed, and a wrong one ends it. */
  isInteractive: boolean;
  /** Ctrl-C was pressed while the terminal passes keys on one by one. */
  interrupt: () => void;
}

/** Reads and carries out lines until there are no more. @returns the number of the line that failed, if any. */
export async function runTerminal(deps: TerminalDeps): Promise<number | undefined> {
  const session = createSession(deps.sandbox, deps.screen);
  const {input, isInteractive} = deps;
  return isInteractive ? converse(session, deps) : carryOut(session, createInterface({input}));
}

async function carryOut(session: Session, lines: Interface): Promise<number | undefined> {
  const stop = showChanges(session, (draw) => draw());
  let number = 0;
  try {
    for await (const typed of lines) {
      number += 1;
      const line = typed.trim();
      if (line === '' || line.startsWith('#')) continue;
      session.screen.line(`\n${promptOf(session)}${line}`);
      if (!(await attempt(session, line))) return number;
      if (session.isOver) break;
    }
    return undefined;
  } finally {
    lines.close();
    stop();
  }
}

async function converse(session: Session, {input, interrupt}: TerminalDeps): Promise<undefined> {
  const output = process.stdout;
  const lines = createInterface({input, output});
  let isWaiting = false;
  const stop = showChanges(session, (draw) => {
    if (!isWaiting) return draw();
    clearLine(output, 0);
    cursorTo(output, 0);
    draw();
    lines.prompt(true);
  });
  lines.on('SIGINT', () => {
    // What is under way breaks off now, which is nothing to be told.
    stop();
    session.isOver = true;
    interrupt();
  });
  const prompt = (): void => {
    guide(session);
    lines.setPrompt(session.screen.bold(promptOf(session)));
    lines.prompt();
    isWaiting = true;
  };
  greet(session.screen);
  prompt();
  for await (const typed of lines) {
    isWaiting = false;
    if (typed.trim() !== '') await attempt(session, typed.trim());
    if (session.isOver) break;
    prompt();
  }
  lines.close();
  stop();
}

async function attempt(session: Session, line: string): Promise<boolean> {
  try {
    await runLine(session, line);
    return true;
  } catch (error) {
    if (!(error instanceof TerminalError)) throw error;
    wrap(error.message).forEach((part) => session.screen.line(part));
    return false;
  }
}

/** Who types, and where: `ana ~town-square > `. */
function promptOf({sandbox, person, channel, rootId}: Session): string {
  const thread = rootId === '' ? '' : ' (thread)';
  return `${person.username} ${placeName(sandbox, channel, person)}${thread} > `;
}

function guide({screen, history}: Session): void {
  const next = suggest(history);
  screen.line(next === undefined ? '' : `\n${screen.dim(`Next: ${next.type}   (${next.why})`)}`);
}

function greet(screen: Screen): void {
  screen.line(`\n${screen.bold('Zoom for Mattermost')}`);
  screen.line('A small Mattermost and a simulated Zoom, with the real plugin process between them.');
  screen.line('You are Ana Silva in the channel ~town-square. Nothing leaves this machine.');
  screen.line(
    `Type ${screen.accent('help')} to see all that you can do, ${screen.accent('quit')} to end it.`,
  );
}
