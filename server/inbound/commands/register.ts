import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {RegisterPeople} from '../../core/usecases/register-people.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {holdPeople} from '../actions/held-people.js';
import {registerPeopleAction} from '../actions/register-people.js';
import type {DescribeRegistered} from '../describe-registered.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command, CommandContext} from './command.js';
import {nameMeeting} from './name-meeting.js';
import {readNamed} from './read-named.js';

export interface RegisterCommandDeps {
  chat: Chat;
  logger: Logger;
  drawButton: DrawButton;
  findOpenCardsAt: FindOpenCardsAt;
  registerPeople: RegisterPeople;
  describeRegistered: DescribeRegistered;
  linkHosts: LinkHosts;
}

/** Registers people for a meeting or webinar of the person's own; without names, says where people register. */
export const registerCommand = (deps: RegisterCommandDeps): Command => ({
  name: 'register',
  hint: 'command.register.hint',
  help: 'command.register.help',
  async run(context) {
    const {request, rest, user, reader, signal} = context;
    const {userId, mentions = new Map<string, string>()} = request;
    const asking = await reader;
    const {translate} = asking;
    const {names, ...typed} = readNamed(rest, deps.linkHosts);
    const named = await nameMeeting(deps.findOpenCardsAt, request, typed);
    if (named === 'unread') return {text: translate('named.unread')};
    if (named === 'none-here') return {text: translate('register.none')};
    const {number} = named;
    if (names.length > 0 && !isVouchedFor(request)) return ask(deps, context, {number, names});
    const outcome = await deps.registerPeople({userId, user, number, names, mentions, signal});
    const text = deps.describeRegistered(outcome, asking);
    return answerAsker(deps, request, {text, isTheirsAlone: true}, translate);
  },
});

/** A command may be sent by others who know its token, so nobody is registered before the person says so. */
async function ask(
  deps: RegisterCommandDeps,
  {request, reader}: CommandContext,
  {number, names}: {number: string; names: readonly string[]},
): Promise<CommandReply> {
  const {userId, mentions = new Map<string, string>()} = request;
  const {translate} = await reader;
  const text = translate('register.ask', {number, people: names.map((name) => `\`@${name}\``)});
  const values = {number, people: holdPeople({names, mentions})};
  const button = deps.drawButton(registerPeopleAction, {userId, values}, {place: undefined, translate});
  return answerAsker(deps, request, {...withButtons(text, button), isTheirsAlone: true}, translate);
}
