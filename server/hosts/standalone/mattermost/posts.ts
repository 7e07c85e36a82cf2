import type {Client4} from '@mattermost/client';
import type {Post, PostType} from '@mattermost/types/posts';
import type {PostContent} from '../../../core/domain/post-content.js';
import type {Chat, ChatPost} from '../../../core/ports/chat.js';
import {chatRefused, hasCode} from '../../../core/ports/port-error.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing, unlessForbidden} from './chat-answer.js';
import {toChatPost} from './chat-values.js';
import type {MattermostClient} from './client.js';
import type {Vouchers} from '../../../core/ports/service-records.js';

export interface PostsDeps {
  client: MattermostClient;
  bot: Bot;
  vouchers: Vouchers;
}

type NewPost = Parameters<Chat['createPost']>[0];

/** Posts as the bot reads and writes them. */
export function createPosts(deps: PostsDeps) {
  const {
    client: {api},
    bot,
  } = deps;
  return {
    async createPost(post) {
      const isChangeable = bot.isAdmin || (await comesIn(deps, post.channelId));
      const created = await createAsBot(api, post);
      if (created === undefined) await answerTheCommand(deps, post);
      return {postId: isChangeable ? created?.id : undefined};
    },
    async post(postId) {
      const post = await answeredOrMissing(api.getPost(postId));
      return post && toChatPost(post);
    },
    postsSince: (channelId, since) => postsSince(api, channelId, since),
    ownPostsSince: async (channelId, since) =>
      (await postsSince(api, channelId, since)).filter(({userId}) => userId === bot.id),
    rewritePost: (postId, rewrite) => rewritePost(api, postId, rewrite),
  } satisfies Partial<Chat>;
}

/**
 * Whether the bot is in the channel, in the end. It joins public ones by itself; into others it has to be invited, even
 * where its role would let it in. In others its role may let it post, but never change what it has posted.
 */
async function comesIn({client: {api}, bot}: PostsDeps, channelId: string): Promise<boolean> {
  const member = await unlessForbidden(answeredOrMissing(api.getChannelMember(channelId, bot.id)));
  if (member !== undefined && member !== 'forbidden') return true;
  const channel = await unlessForbidden(answeredOrMissing(api.getChannel(channelId)));
  if (channel === undefined || channel === 'forbidden' || channel.type !== 'O') return false;
  try {
    await answered(api.addToChannel(bot.id, channelId));
    return true;
  } catch (error) {
    if (hasCode(error, 'chat-refused')) return false;
    throw error;
  }
}

/** `undefined`: the bot may not post there. */
async function createAsBot(
  api: Client4,
  {channelId, rootId, content: {type, message, props}}: NewPost,
): Promise<Post | undefined> {
  const post = {channel_id: channelId, root_id: rootId, type: type as PostType, message, props: {...props}};
  const created = await unlessForbidden(answered(api.createPost(post)));
  return created === 'forbidden' ? undefined : created;
}

/** The answer to the command that Mattermost passed on goes into the channel, no matter who is in it. */
async function answerTheCommand(
  {client, vouchers}: PostsDeps,
  {channelId, forUserId, content: {type, message, props}}: NewPost,
): Promise<void> {
  const voucher = await vouchers.ofMember(forUserId, channelId);
  if (voucher === undefined || voucher.responsePath === '') {
    throw chatRefused('The bot is not in the channel, and no command can be answered any more');
  }
  const answer = {
    response_type: 'in_channel',
    type,
    text: message,
    props,
    attachments: props['attachments'],
  };
  await answered(client.send(voucher.responsePath, {method: 'post', body: JSON.stringify(answer)}));
}

async function postsSince(client: Client4, channelId: string, since: number): Promise<ChatPost[]> {
  const {posts} = await answered(client.getPostsSince(channelId, since));
  return Object.values(posts).map(toChatPost);
}

async function rewritePost(
  client: Client4,
  postId: string,
  rewrite: (post: ChatPost) => PostContent,
): Promise<'rewritten' | 'gone'> {
  const stored = await answeredOrMissing(client.getPost(postId));
  if (stored === undefined || stored.delete_at !== 0) return 'gone';
  const post = toChatPost(stored);
  const {message, props} = rewrite(post);
  // A patch leaves everything else alone, but its props replace all props.
  const patch = {id: postId, message, props: {...post.props, ...props}};
  return (await answeredOrMissing(client.patchPost(patch))) === undefined ? 'gone' : 'rewritten';
}
