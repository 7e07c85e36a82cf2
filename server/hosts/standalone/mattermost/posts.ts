import type {Client4} from '@mattermost/client';
import type {PostType} from '@mattermost/types/posts';
import type {PostContent} from '../../../core/domain/post-content.js';
import type {Chat, ChatPost} from '../../../core/ports/chat.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing} from './chat-answer.js';
import {toChatPost} from './chat-values.js';
import type {MattermostClient} from './client.js';

interface PostsDeps {
  client: Pick<MattermostClient, 'api'>;
  bot: Pick<Bot, 'id'>;
}

/** Posts as the bot reads and writes them. */
export function createPosts({client: {api}, bot}: PostsDeps) {
  return {
    async createPost({channelId, rootId, content: {type, message, props}}) {
      const post = {channel_id: channelId, root_id: rootId, type: type as PostType, message};
      return {postId: (await answered(api.createPost({...post, props: {...props}}))).id};
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
