import type {Client4} from '@mattermost/client';
import type {PostType} from '@mattermost/types/posts';
import type {PostContent} from '../../../core/domain/post-content.js';
import type {Chat, ChatPost, Rewriting} from '../../../core/ports/chat.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing, unlessForbidden} from './chat-answer.js';
import {toChatPost} from './chat-values.js';
import type {MattermostClient} from './client.js';
import {upload} from './upload.js';

interface PostsDeps {
  client: MattermostClient;
  bot: Pick<Bot, 'id'>;
}

/** Posts as the bot reads and writes them. */
export function createPosts(deps: PostsDeps) {
  const {client, bot} = deps;
  const {api} = client;
  return {
    async createPost({channelId, rootId, content: {type, message, props}, file}) {
      const post = {
        channel_id: channelId,
        root_id: rootId,
        type: type as PostType,
        message,
        file_ids: await upload(client, channelId, file),
      };
      return {postId: (await answered(api.createPost({...post, props: {...props}}))).id};
    },
    async post(postId) {
      const post = await answeredOrMissing(api.getPost(postId));
      return post && toChatPost(post);
    },
    postsSince: (channelId, since) => postsSince(api, channelId, since),
    ownPostsSince: async (channelId, since) =>
      (await postsSince(api, channelId, since)).filter(({userId}) => userId === bot.id),
    rewritePost: (postId, rewrite) => rewritePost(deps, postId, rewrite),
  } satisfies Partial<Chat>;
}

async function postsSince(client: Client4, channelId: string, since: number): Promise<ChatPost[]> {
  const {posts} = await answered(client.getPostsSince(channelId, since));
  return Object.values(posts).map(toChatPost);
}

async function rewritePost(
  {client: {api}, bot}: PostsDeps,
  postId: string,
  rewrite: (post: ChatPost) => PostContent,
): Promise<Rewriting> {
  const stored = await unlessForbidden(answeredOrMissing(api.getPost(postId)));
  if (stored === 'forbidden') return 'unseen';
  if (stored === undefined || stored.delete_at !== 0) return 'gone';
  const post = toChatPost(stored);
  const {message, props} = rewrite(post);
  // A patch leaves everything else alone, but its props replace all props.
  const patch = {id: postId, message, props: {...post.props, ...props}};
  const patching = answered(api.patchPost(patch));
  if ((await unlessForbidden(patching)) !== 'forbidden') return 'rewritten';
  if (post.userId !== bot.id) return 'fixed';
  const member = await unlessForbidden(answeredOrMissing(api.getChannelMember(post.channelId, bot.id)));
  if (member === undefined || member === 'forbidden') return 'unseen';
  // A role that no longer lets it change its own posts, or the post was deleted meanwhile.
  await patching;
  return 'rewritten';
}
