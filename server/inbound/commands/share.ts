import {readTopic} from '../../core/domain/topic.js';
import type {TextKey, Translate} from '../../core/ports/texts.js';
import type {ShareLink, ShareOutcome} from '../../core/usecases/share-link.js';
import {CHAT_TROUBLE} from '../chat-trouble.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {Command} from './command.js';

export interface ShareCommandDeps {
  shareLink: ShareLink;
}

/** For people whom this Zoom account does not know, and for meetings that were made elsewhere. */
export const shareCommand = ({shareLink}: ShareCommandDeps): Command => ({
  name: 'share',
  hint: 'command.share.hint',
  help: 'command.share.help',
  async run({request: {userId, channelId, rootId, mayPostHere}, rest, user, reader}) {
    const [, link = '', topic = ''] = /^(\S+)\s*([^]*)$/u.exec(rest) ?? [];
    const shared = {userId, user, channelId, rootId, mayPostHere, link, topic: readTopic(topic)};
    const outcome = await shareLink(shared);
    return {text: describe(outcome, (await reader).translate)};
  },
});

const TEXTS = {
  shared: 'share.done',
  'bad-link': 'share.badLink',
  'no-access': 'share.noAccess',
  unseen: 'start.unseen',
  archived: 'share.archived',
  restricted: 'share.restricted',
  refused: 'share.refused',
  // Where nobody's address counts, this does not come.
  'email-unconfirmed': 'share.refused',
  ...CHAT_TROUBLE,
} as const satisfies Record<Exclude<ShareOutcome['kind'], 'too-many'>, TextKey>;

const describe = (outcome: ShareOutcome, translate: Translate): string =>
  outcome.kind === 'too-many'
    ? translate('share.tooMany', {nextAt: nextFullMinute(outcome.nextAt)})
    : translate(TEXTS[outcome.kind]);
