import type {HostPost, HttpResponse} from './plugin-host.js';
import {CHANNEL, type Reply, type World} from './world.js';

/** A button's `integration`, as it was drawn. */
export interface Integration {
  url: string;
  context: unknown;
}

interface DrawnButton {
  id: string;
  name: string;
  integration: Integration;
}

interface Presser {
  /** Whose session it is; null: nobody's. */
  userId: string | null;
  /** Who the body says it is; where a session vouches, that is not to be believed. */
  named?: string;
  /** The message that the button is on. */
  postId?: string;
  channelId?: string;
  headers?: Record<string, string>;
}

/** Presses as Mattermost does: a press goes to a plugin without a Content-Type, to anybody else as JSON over HTTP. */
export function pressButton(
  {host}: World,
  {url, context}: Integration,
  {userId, named, postId = 'x', channelId = CHANNEL, headers = {}}: Presser,
): Promise<HttpResponse> {
  return host.http({
    method: 'POST',
    path: new URL(url, host.siteUrl).pathname.replace('/plugins/zoom', ''),
    headers: {...(!host.capabilities.sessions && {'Content-Type': 'application/json'}), ...headers},
    body: JSON.stringify({user_id: named ?? userId, post_id: postId, channel_id: channelId, context}),
    ...(userId !== null && {userId}),
  });
}

export const buttonsOf = ({attachments}: Pick<Reply, 'attachments'>): readonly DrawnButton[] =>
  (attachments as {actions?: DrawnButton[]}[]).flatMap(({actions = []}) => actions);

export function buttonOf(reply: Pick<Reply, 'attachments'>, id: string): DrawnButton {
  const button = buttonsOf(reply).find((drawn) => drawn.id === id);
  if (button === undefined) throw new Error(`There is no button ${id}`);
  return button;
}

/** What somebody reads, who is alone with it. */
export interface Seen extends Pick<Reply, 'text' | 'attachments'> {
  /** Of the answer to the press. */
  status: number;
  body: string;
  post: HostPost;
}

/**
 * Presses a button of a private message and waits for what the presser then sees alone, at the place of the message.
 */
export async function pressAndRead(
  world: World,
  reply: Pick<Reply, 'attachments' | 'post'>,
  id: string,
  {userId}: {userId: string},
): Promise<Seen> {
  const before = new Set((await world.host.ephemeralPosts()).map(keyOf));
  const {post} = reply;
  const answer = await pressButton(world, buttonOf(reply, id).integration, {
    userId,
    ...(post && {postId: post.id, channelId: post.channel_id}),
  });
  const seen = (await world.host.ephemeralPosts()).findLast(
    (shown) => shown.userId === userId && !before.has(keyOf(shown)),
  );
  if (seen === undefined)
    throw new Error(`Nothing was shown; the press was answered ${answer.body.toString()}`);
  const {message, props} = seen.post;
  return {
    status: answer.status,
    body: answer.body.toString(),
    post: seen.post,
    text: message,
    attachments: (props['attachments'] ?? []) as unknown[],
  };
}

const keyOf = ({post}: {post: HostPost}): string => `${post.id} ${post.update_at} ${post.message}`;
