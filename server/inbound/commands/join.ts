import type {LinkHosts} from '../../../contract/link-rules.js';
import {readPreferences} from '../../../contract/preferences.js';
import {zoomAppLink} from '../../../contract/zoom-app-link.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import {isPortError} from '../../core/ports/port-error.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {JoinMeeting, JoinOutcome} from '../../core/usecases/join-meeting.js';
import type {JoinWish, RenderJoin} from '../render-join.js';
import {answerAsker, isVouchedFor} from './answer-asker.js';
import type {Command, CommandContext} from './command.js';
import {readNamed} from './read-named.js';

export interface JoinCommandDeps {
  chat: Chat;
  clock: Clock;
  logger: Logger;
  findOpenCardsAt: FindOpenCardsAt;
  joinMeeting: JoinMeeting;
  renderJoin: RenderJoin;
  linkHosts: LinkHosts;
}

/** The way into a meeting by its number or link, or into the newest one that is open here. */
export const joinCommand = (deps: JoinCommandDeps): Command => ({
  name: 'join',
  hint: 'command.join.hint',
  help: 'command.join.help',
  async run(context) {
    const {request, rest, reader} = context;
    const {translate} = await reader;
    const typed = readNamed(rest, deps.linkHosts);
    // Somebody's own room, by its name: of it, we know nothing else.
    if (typed.number === undefined && typed.link !== undefined) {
      return {text: translate('join.room', {url: typed.link})};
    }
    if (typed.number === undefined) return {text: translate('named.unread')};
    const [here] = typed.number === '' ? await deps.findOpenCardsAt(request) : [];
    const number = typed.number || here?.meeting.number;
    if (number === undefined) return {text: translate('join.none')};
    return join(deps, context, {...request, number, link: typed.link ?? ''});
  },
});

async function join(
  deps: JoinCommandDeps,
  {request, user, reader, signal}: CommandContext,
  {userId, channelId, rootId, number, link}: JoinWish,
): Promise<CommandReply> {
  const {translate} = await reader;
  const outcome = await deps.joinMeeting({userId, user, number, link, signal});
  const createdAt = deps.clock.now();
  const place = isVouchedFor(request) ? {channelId, rootId, createdAt} : undefined;
  const message = deps.renderJoin(outcome, {userId, channelId, rootId, number, link}, {place, translate});
  const reply = {...(await answerAsker(deps, request, message, translate)), createdAt};
  const goToUrl = isVouchedFor(request) ? await opensAtOnce(deps, userId, outcome) : undefined;
  return goToUrl === undefined ? reply : {...reply, goToUrl};
}

/** What runs opens by itself, as a meeting of one's own does, unless the person has chosen otherwise. */
async function opensAtOnce(
  {chat, logger}: JoinCommandDeps,
  userId: string,
  outcome: JoinOutcome,
): Promise<string | undefined> {
  if (outcome.kind !== 'runs') return undefined;
  const chosen = await chat.preferences(userId).catch((error: unknown) => {
    if (!isPortError(error)) throw error;
    logger.warn('The choices of a person could not be read', {error: error.message});
    return {};
  });
  const {open, app} = readPreferences(chosen);
  if (open === 'off') return undefined;
  return app === 'zoom' ? (zoomAppLink(outcome.url) ?? outcome.url) : outcome.url;
}
