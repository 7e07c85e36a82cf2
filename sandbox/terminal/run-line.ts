import {requirePlugin} from './require-plugin.js';
import type {Session} from './session.js';
import {showDeliveries} from './show-deliveries.js';
import {TerminalError} from './terminal-error.js';
import {findWord} from './words.js';

/** Carries out one line; resolves when all that follows from it has been drawn. Throws TerminalError. */
export async function runLine(session: Session, line: string): Promise<void> {
  const {username} = session.person;
  if (line.startsWith('/')) await runCommand(session, line);
  else {
    const {word, rest} = findWord(line);
    await word.run(session, rest);
  }
  await showDeliveries(session);
  session.history.push(`${username} ${line}`);
}

async function runCommand(session: Session, text: string): Promise<void> {
  const {sandbox, person, channel, rootId} = session;
  const typed = {userId: person.id, channelId: channel.id, rootId, text};
  const response = await requirePlugin(session, () => sandbox.mattermost.typeCommand(typed));
  if (response === undefined)
    throw new TerminalError(
      `Mattermost knows no command ${text.split(' ')[0]}. Only /zoom is installed here.`,
    );
  const address = response.GotoLocation ?? '';
  if (address !== '')
    session.screen.line(session.screen.dim(`In a browser this opens by itself: ${address}`));
}
