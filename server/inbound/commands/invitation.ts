import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {GetInvitation} from '../../core/usecases/get-invitation.js';
import type {SendInvitation} from '../../core/usecases/send-invitation.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {holdPeople} from '../actions/held-people.js';
import {postInvitationAction} from '../actions/post-invitation.js';
import {sendInvitationAction} from '../actions/send-invitation.js';
import type {DescribeInvitation} from '../describe-invitation.js';
import {describeSent} from '../describe-sent.js';
import {renderOwnInvitation} from '../render-invitation.js';
import {answerAsker, type AskerAnswer, isVouchedFor} from './answer-asker.js';
import type {Command, CommandContext} from './command.js';
import {nameMeeting} from './name-meeting.js';
import {readNamed, type TypedNames} from './read-named.js';

export interface InvitationCommandDeps {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  drawButton: DrawButton;
  findOpenCardsAt: FindOpenCardsAt;
  getInvitation: GetInvitation;
  sendInvitation: SendInvitation;
  describeInvitation: DescribeInvitation;
  linkHosts: LinkHosts;
}

/** Zoom's own invitation: to be copied, posted, or sent to people by direct message. */
export const invitationCommand = (deps: InvitationCommandDeps): Command => ({
  name: 'invitation',
  hint: 'command.invitation.hint',
  help: 'command.invitation.help',
  async run(context) {
    const {request, rest, reader} = context;
    const {translate} = await reader;
    const typed = readNamed(rest, deps.linkHosts);
    const named = await nameMeeting(deps.findOpenCardsAt, request, typed);
    if (named === 'unread') return {text: translate('named.unread')};
    if (named === 'none-here') return {text: translate('invitation.none')};
    if (typed.names.length > 0) return sendTo(deps, context, {typed, named});
    return answerAsker(deps, request, await ownInvitation(deps, context, named), translate);
  },
});

interface Named {
  number: string;
  cardId: string;
}

async function ownInvitation(
  {clock, drawButton, getInvitation, describeInvitation}: InvitationCommandDeps,
  {request, user, reader, signal}: CommandContext,
  named: Named,
): Promise<AskerAnswer & Pick<CommandReply, 'createdAt'>> {
  const {userId, channelId, rootId} = request;
  const asking = await reader;
  const outcome = await getInvitation({...named, userId, user, signal});
  if (outcome.kind !== 'invitation') {
    return {
      text: describeInvitation(outcome, asking),
      ...(outcome.kind === 'webinar' && {isTheirsAlone: true}),
    };
  }
  const {translate} = asking;
  const createdAt = clock.now();
  // A direct message is not the place that the button is about.
  const place = isVouchedFor(request) ? {channelId, rootId, createdAt} : undefined;
  const values = {...named, channelId, rootId, members: ''};
  const button = drawButton(postInvitationAction, {userId, values}, {place, translate});
  const text = renderOwnInvitation(outcome.invitation, translate);
  return {...withButtons(text, button), createdAt, isTheirsAlone: true};
}

async function sendTo(
  deps: InvitationCommandDeps,
  {request, user, reader, signal}: CommandContext,
  {typed: {names}, named}: {typed: TypedNames; named: Named},
): Promise<CommandReply> {
  const {userId, mentions = new Map<string, string>()} = request;
  const asking = await reader;
  if (isVouchedFor(request)) {
    const outcome = await deps.sendInvitation({...named, names, mentions, userId, user, signal});
    return {text: describeSent(outcome, asking, deps.describeInvitation)};
  }
  // A command may be sent by others who know its token, so nothing goes to anybody before the person says so.
  const {translate} = asking;
  const text = translate('invitation.ask', {
    number: named.number,
    people: names.map((name) => `\`@${name}\``),
  });
  const values = {...named, people: holdPeople({names, mentions})};
  const button = deps.drawButton(sendInvitationAction, {userId, values}, {place: undefined, translate});
  return answerAsker(deps, request, {...withButtons(text, button), isTheirsAlone: true}, translate);
}
