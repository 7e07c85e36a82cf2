import {distance} from 'fastest-levenshtein';
import {shorten} from '../../core/domain/plain-text.js';
import type {Application, CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {hasCode} from '../../core/ports/port-error.js';
import type {Texts, Translate} from '../../core/ports/texts.js';
import {startDeadline, withDeadline} from '../../lib/deadline.js';
import {ANSWER_WITHIN_MS, BEGIN_NOTHING_AFTER_MS} from '../patience.js';
import {readerFor} from '../reader.js';
import {checkSender} from './check-sender.js';
import type {Command, CommandContext} from './command.js';
import {helpText} from './help-text.js';
import {OFFICIAL_WORDS} from './official-words.js';
import {parseCommand} from './parse-command.js';

/** `strat` is `start`; `recordings` is not. */
const MAX_TYPOS = 2;

interface RunCommandDeps {
  commands: readonly Command[];
  chat: Chat;
  clock: Clock;
  logger: Logger;
  texts: Texts;
}

/** Runs what was typed. Never rejects: what cannot be done becomes an answer. */
export const createRunCommand =
  (deps: RunCommandDeps): Application['runCommand'] =>
  async (request) => {
    const user = deps.chat.user(request.userId);
    const reader = user.then(
      (found) => readerFor(deps.texts, found),
      (error: unknown) => {
        deps.logger.warn('Nobody knows in which language to answer a person', {error: String(error)});
        return readerFor(deps.texts, undefined);
      },
    );
    const {word, rest} = parseCommand(request.text);
    const deadline = startDeadline(deps.clock, BEGIN_NOTHING_AFTER_MS);
    const context = {request, rest, user, reader, signal: deadline.signal};
    const answer = checkSender(context, deps.logger).then(
      (refusal) => refusal ?? dispatch(deps.commands, word, context),
    );
    const explained = answer.catch(async (error: unknown): Promise<CommandReply> => {
      const {translate} = await reader;
      if (hasCode(error, 'record-unreadable')) return {text: translate('store.unreadable')};
      deps.logger.error('A command failed', {command: word, error: String(error)});
      return {text: translate('command.failed')};
    });
    const late = (): CommandReply => ({text: deps.texts('')('command.tooSlow')});
    return withDeadline(deps.clock, ANSWER_WITHIN_MS, ({orLate}) => orLate(explained, late)).finally(
      deadline.end,
    );
  };

async function dispatch(
  commands: readonly Command[],
  word: string,
  context: CommandContext,
): Promise<CommandReply> {
  const command = commands.find(({name}) => name === (word || 'help'));
  if (command !== undefined) return command.run(context);
  const reader = await context.reader;
  const official = OFFICIAL_WORDS.get(word);
  if (official !== undefined) return {text: reader.translate(official)};
  return {text: [unknown(commands, word, reader.translate), helpText(commands, reader)].join('\n\n')};
}

function unknown(commands: readonly Command[], word: string, translate: Translate): string {
  const shown = shorten(word.replaceAll('`', ''), 40);
  const [nearest] = commands
    .map(({name}) => ({name, typos: distance(name, word)}))
    .filter(({typos}) => typos <= MAX_TYPOS)
    .sort((a, b) => a.typos - b.typos);
  return nearest === undefined
    ? translate('command.unknown', {word: shown})
    : translate('command.unknown.didYouMean', {word: shown, suggestion: nearest.name});
}
