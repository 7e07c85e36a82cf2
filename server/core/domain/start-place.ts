/** Where a meeting is started: in a channel, or in a thread of it. */
export interface StartPlace {
  channelId: string;
  /** The thread; `''`: the channel itself. */
  rootId: string;
}

export const isSamePlace = (one: StartPlace, other: StartPlace): boolean =>
  one.channelId === other.channelId && one.rootId === other.rootId;

/**
 * Whether a meeting that waits for its host is asked about when somebody starts one at `start`: at channel level, where
 * everybody sees it, in the thread in which it was started, and in the thread below its card. People who talk in
 * another thread may want their own meeting.
 */
export const isAskedAboutWhileWaiting = (
  meeting: StartPlace & {postId?: string | undefined},
  start: StartPlace,
): boolean =>
  meeting.channelId === start.channelId && ['', meeting.rootId, meeting.postId].includes(start.rootId);
