import {readNamedMeeting} from '../../core/domain/named-meeting.js';
import {readTopic} from '../../core/domain/topic.js';
import type {Clock} from '../../core/ports/clock.js';
import type {BringOrShare} from '../../core/usecases/bring-or-share.js';
import {type DrawButton, withButtons} from '../actions/draw-button.js';
import {shareForMany} from '../actions/share-for-many.js';
import {describeBrought} from '../describe-brought.js';
import type {DescribeImport} from '../describe-import.js';
import type {Command} from './command.js';

export interface ShareCommandDeps {
  clock: Clock;
  drawButton: DrawButton;
  bringOrShare: BringOrShare;
  describeImport: DescribeImport;
}

/** One's own meeting by its number or link; a link also of those that were made elsewhere. */
export const shareCommand = (deps: ShareCommandDeps): Command => ({
  name: 'share',
  hint: 'command.share.hint',
  help: 'command.share.help',
  async run({request: {userId, channelId, rootId, mayPostHere}, rest, user, reader, signal}) {
    const {meeting, words} = readNamedMeeting(rest);
    const place = {channelId, rootId};
    const title = readTopic(words);
    const who = {userId, user, mayPostHere, isForMany: false};
    const brought = await deps.bringOrShare({...place, ...who, meeting, title, signal});
    const text = describeBrought(brought, await reader, deps.describeImport);
    if (brought.outcome.kind !== 'large-channel') return {text};
    const createdAt = deps.clock.now();
    const values = {...place, link: meeting, topic: title, members: String(brought.outcome.members)};
    const drawing = {place: {...place, createdAt}, translate: (await reader).translate};
    return {...withButtons(text, deps.drawButton(shareForMany, {userId, values}, drawing)), createdAt};
  },
});
