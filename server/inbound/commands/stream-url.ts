import type {LinkHosts} from '../../../contract/link-rules.js';
import type {CommandReply} from '../../core/ports/application.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {ListStreamUrls} from '../../core/usecases/list-stream-urls.js';
import type {MakeStreamUrl} from '../../core/usecases/make-stream-url.js';
import type {NamedStreamUrl, RevokeStreamUrl} from '../../core/usecases/revoke-stream-url.js';
import type {DescribeStreamUrl} from '../describe-stream-url.js';
import type {Reader} from '../reader.js';
import {type RenderStreamUrl, renderStreamUrls, valuesOf} from '../render-stream-url.js';
import {answerAsker} from './answer-asker.js';
import type {Command, CommandContext} from './command.js';
import {nameMeeting} from './name-meeting.js';
import {readNamed} from './read-named.js';
import {readStreamWish, type StreamWish} from './read-stream-wish.js';

export interface StreamUrlCommandDeps {
  chat: Chat;
  logger: Logger;
  findOpenCardsAt: FindOpenCardsAt;
  makeStreamUrl: MakeStreamUrl;
  listStreamUrls: ListStreamUrls;
  revokeStreamUrl: RevokeStreamUrl;
  describeStreamUrl: DescribeStreamUrl;
  renderStreamUrl: RenderStreamUrl;
  linkHosts: LinkHosts;
  /** False: there is none yet, and only who can set one up is told of the word. */
  hasJoinPage: boolean;
}

/** A way into one meeting for an event site: makes one, lists those that somebody made, revokes one. */
export const streamUrlCommand = (deps: StreamUrlCommandDeps): Command => ({
  name: 'stream-url',
  hint: 'command.streamUrl.hint',
  help: 'command.streamUrl.help',
  ...(!deps.hasJoinPage && {isForAdmins: true}),
  async run(context) {
    const {request, rest, user} = context;
    const reader = await context.reader;
    const {translate} = reader;
    const wish = readStreamWish(rest, (await user)?.timezone || 'UTC');
    switch (wish.kind) {
      case 'list': {
        const text = renderStreamUrls(await deps.listStreamUrls(request.userId), translate);
        return answerAsker(deps, request, {text, isTheirsAlone: true}, translate);
      }
      case 'revoke':
        return {text: await revoke(deps, request.userId, wish.named, reader)};
      case 'no-date':
        return {text: translate('stream.noDate')};
      case 'make':
        return make(deps, context, wish, reader);
    }
  },
});

async function revoke(
  {revokeStreamUrl}: StreamUrlCommandDeps,
  userId: string,
  named: NamedStreamUrl | undefined,
  {translate}: Reader,
): Promise<string> {
  if (named === undefined) return translate('stream.revoke.which');
  const outcome = await revokeStreamUrl(userId, named);
  return outcome.kind === 'revoked'
    ? translate('stream.revoked', valuesOf(outcome.pass, translate))
    : translate('stream.revoke.unknown');
}

async function make(
  deps: StreamUrlCommandDeps,
  {request, user, signal}: CommandContext,
  {meeting, name, until}: StreamWish & {kind: 'make'},
  reader: Reader,
): Promise<CommandReply> {
  const {translate} = reader;
  const {userId} = request;
  const typed = readNamed(meeting, deps.linkHosts);
  // Somebody's own room, by its name.
  if (typed.number === undefined && typed.link !== undefined) return {text: translate('stream.personal')};
  const named = await nameMeeting(deps.findOpenCardsAt, request, typed);
  if (named === 'unread') return {text: translate('named.unread')};
  if (named === 'none-here') return {text: translate('stream.none')};
  const outcome = await deps.makeStreamUrl({...named, userId, user, name, until, signal});
  if (outcome.kind !== 'made') return {text: deps.describeStreamUrl(outcome, reader)};
  const text = deps.renderStreamUrl(outcome, reader);
  return answerAsker(deps, request, {text, isTheirsAlone: true}, translate);
}
