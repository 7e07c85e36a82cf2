import type {Preferences} from '../../../contract/preferences.js';
import type {Chat} from '../ports/chat.js';
import type {Logger} from '../ports/logger.js';
import {isChatError} from '../ports/port-error.js';

/** What the starter has to say first: nothing was written, and nothing is spent. */
export type StartQuestion =
  /** They want to be asked each time. */
  | {kind: 'which-meeting-id'}
  /** So many people will read it. */
  | {kind: 'large-channel'; members: number};

interface AskBeforeStartDeps {
  chat: Pick<Chat, 'channel' | 'memberCount'>;
  logger: Logger;
  /** Starts in channels with more members are confirmed; 0: none are. */
  confirmAbove: number;
}

interface Wish {
  channelId: string;
  meetingId: Preferences['id'];
  /** They know how many people read it. */
  isForMany: boolean;
}

/** Whether, and about what, a starter is asked. `meetingId`: what is not a question any more. */
export async function askBeforeStart(
  deps: AskBeforeStartDeps,
  {channelId, meetingId, isForMany}: Wish,
): Promise<StartQuestion | {kind: 'clear'; meetingId: Exclude<Preferences['id'], 'ask'>}> {
  if (meetingId === 'ask') return {kind: 'which-meeting-id'};
  const members = deps.confirmAbove === 0 || isForMany ? 0 : await countMembers(deps, channelId);
  return members > deps.confirmAbove ? {kind: 'large-channel', members} : {kind: 'clear', meetingId};
}

/** 0: a direct or group message, whose members know each other; or nobody can tell. */
async function countMembers(
  {chat, logger, confirmAbove}: AskBeforeStartDeps,
  channelId: string,
): Promise<number> {
  try {
    const members = (await chat.memberCount(channelId)) ?? 0;
    if (members <= confirmAbove) return 0;
    const channel = await chat.channel(channelId);
    return typeof channel === 'object' && channel.isDirect ? 0 : members;
  } catch (error) {
    if (!isChatError(error)) throw error;
    // The question is a courtesy. A meeting that does not start because nobody can count would be the greater harm.
    logger.warn('The members of a channel could not be counted', {error: error.message});
    return 0;
  }
}
