import {readTopic} from '../../core/domain/topic.js';
import type {Clock} from '../../core/ports/clock.js';
import type {ShareLink} from '../../core/usecases/share-link.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {shareForMany} from '../actions/share-for-many.js';
import {describeShare} from '../describe-share.js';
import type {Command} from './command.js';

export interface ShareCommandDeps {
  clock: Clock;
  drawButton: DrawButton;
  shareLink: ShareLink;
}

/** For people whom this Zoom account does not know, and for meetings that were made elsewhere. */
export const shareCommand = ({clock, drawButton, shareLink}: ShareCommandDeps): Command => ({
  name: 'share',
  hint: 'command.share.hint',
  help: 'command.share.help',
  async run({request: {userId, channelId, rootId, mayPostHere}, rest, user, reader}) {
    const [, link = '', words = ''] = /^(\S+)\s*([^]*)$/u.exec(rest) ?? [];
    const wish = {channelId, rootId, link, topic: readTopic(words)};
    const outcome = await shareLink({...wish, userId, user, mayPostHere, isForMany: false});
    const {translate} = await reader;
    const text = describeShare(outcome, translate);
    if (outcome.kind !== 'large-channel') return {text};
    const createdAt = clock.now();
    const values = {...wish, members: String(outcome.members)};
    const drawing = {place: {channelId, rootId, createdAt}, translate};
    return {...withButtons(text, drawButton(shareForMany, {userId, values}, drawing)), createdAt};
  },
});
