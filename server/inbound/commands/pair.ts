import type {Chat, ChatUser} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Pairings} from '../../core/ports/pairings.js';
import type {Allowance} from '../../core/usecases/allowance.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {Translate} from '../../core/ports/texts.js';
import {personRefusal} from '../../core/domain/who-may-start.js';
import {confirmPairing} from '../actions/confirm-pairing.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {Command, CommandContext} from './command.js';
import {managePairings} from './manage-pairings.js';

export interface PairCommandDeps {
  pairings: Pairings;
  chat: Pick<Chat, 'sendDirectMessage'>;
  clock: Clock;
  logger: Logger;
  drawButton: DrawButton;
  /** Of codes that a person types: most of those of somebody who guesses are wrong. */
  pairingAllowance: Pick<Allowance, 'spend'>;
}

/** Connects a browser to the person who confirms its code, and says which are connected, or disconnects them. */
export const pairCommand = (deps: PairCommandDeps): Command => ({
  name: 'pair',
  hint: 'command.pair.hint',
  help: 'command.pair.help',
  async run(context) {
    const [word = '', ...others] = context.rest.split(/\s+/);
    const verb = word.toLowerCase();
    if (verb === 'list' || verb === 'off') return managePairings(deps.pairings, context, {verb, others});
    return askWhetherToPair(deps, context);
  },
});

/**
 * A command may be sent by others who know its token, so it pairs nothing: it lets the bot ask the person, where nobody
 * but they can answer.
 */
async function askWhetherToPair(
  deps: PairCommandDeps,
  {request: {userId}, rest, user, reader}: CommandContext,
): Promise<CommandReply> {
  const {translate} = await reader;
  const nextAt = deps.pairingAllowance.spend(userId, {id: rest, at: deps.clock.now()});
  if (nextAt !== undefined) return {text: translate('pair.tooManyCodes', {nextAt: nextFullMinute(nextAt)})};
  const person = await user;
  const mayPair = person !== undefined && personRefusal(person) === undefined;
  const code = mayPair ? await deps.pairings.waiting(rest) : undefined;
  if (!mayPair || code === undefined) return {text: translate('pair.unknown')};
  return {
    text: translate((await sendQuestion(deps, person, {code, translate})) ? 'pair.sent' : 'pair.notSent'),
  };
}

async function sendQuestion(
  {chat, clock, logger, drawButton}: PairCommandDeps,
  {id: userId}: ChatUser,
  {code, translate}: {code: string; translate: Translate},
): Promise<boolean> {
  // The answer to its press goes out by direct message, too: it is shown in no place.
  const place = {channelId: '', rootId: '', createdAt: clock.now()};
  const button = drawButton(confirmPairing, {userId, values: {code}}, {place, translate});
  try {
    await chat.sendDirectMessage(userId, withButtons(translate('pair.confirm', {code}), button));
    return true;
  } catch (error) {
    if (!isChatError(error)) throw error;
    logger.warn('Nobody could be asked whether to connect a browser', {error: error.message});
    return false;
  }
}
