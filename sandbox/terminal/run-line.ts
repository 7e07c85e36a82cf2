import {type Session, TerminalError} from './session.js';
import {WORDS} from './words.js';

/** Carries out one line; resolves when what follows from it has been drawn. Throws TerminalError. */
export async function runLine(session: Session, line: string): Promise<void> {
  if (line.startsWith('/')) return runCommand(session, line);
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const word = WORDS.find((known) => known.name === name);
  if (word === undefined) {
    throw new TerminalError(
      `"${name}" means nothing here. Slash commands begin with /; help shows the rest.`,
    );
  }
  await word.run(session, rest.trim());
  session.tried.add(name);
}

async function runCommand(
  {sandbox: {mattermost}, person, channel, tried}: Session,
  text: string,
): Promise<void> {
  const response = await mattermost.typeCommand({userId: person.id, channelId: channel.id, text});
  if (response === undefined) throw new TerminalError('Only /zoom is installed here.');
  if (text.startsWith('/zoom start')) tried.add('/zoom start');
}
