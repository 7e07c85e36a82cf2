import * as z from 'zod';
import type {ChatPost} from '../../../core/ports/chat.js';
import {hasCode} from '../../../core/ports/port-error.js';
import type {Bot} from './bot.js';
import {answered, answeredOrMissing} from './chat-answer.js';
import {toChatPost} from './chat-values.js';
import type {MattermostClient} from './client.js';

/** What the bot has posted since a time (ms since the epoch), wherever it may look. */
export interface OwnPosts {
  /** Ids of the channels in which anybody has posted since then. `progress`: whose channels have been listed. */
  channels(since: number, progress: (people: number) => void): Promise<readonly string[]>;
  /** Of one channel, newest first; 'refused': the bot may not look there. */
  inChannel(channelId: string, since: number): Promise<readonly ChatPost[] | 'refused'>;
}

interface OwnPostsDeps {
  client: MattermostClient;
  bot: Pick<Bot, 'id' | 'isAdmin'>;
}

const PEOPLE_AT_ONCE = 100;
const POSTS_AT_ONCE = 100;

/**
 * Mattermost has no list of somebody's posts, and its search leaves out what the searcher is not in. So channels are
 * read one after the other: those of the bot, and for a system administrator, who posts where it is no member, those of
 * everybody. Rejects with `chat-unavailable`, and with `chat-refused` where even the lists are refused.
 */
export function createOwnPosts({client, bot}: OwnPostsDeps): OwnPosts {
  return {
    async channels(since, progress) {
      const found = new Set<string>();
      let people = 0;
      for await (const userId of bot.isAdmin ? everybody(client) : [bot.id]) {
        for (const id of await channelsOf(client, userId, since)) found.add(id);
        people += 1;
        if (people % PEOPLE_AT_ONCE === 0) progress(people);
      }
      return [...found];
    },
    async inChannel(channelId, since) {
      const own: ChatPost[] = [];
      try {
        for await (const post of postsSince(client, channelId, since)) {
          if (post.userId === bot.id) own.push(post);
        }
        return own;
      } catch (error) {
        if (hasCode(error, 'chat-refused')) return 'refused';
        throw error;
      }
    },
  };
}

/** Accounts that are active, the bot's among them. */
async function* everybody({api}: MattermostClient): AsyncIterable<string> {
  for (let page = 0; ; page += 1) {
    const users = await answered(api.getProfiles(page, PEOPLE_AT_ONCE, {active: true}));
    yield* users.map(({id}) => id);
    if (users.length < PEOPLE_AT_ONCE) return;
  }
}

const channelsSchema = z.array(z.object({id: z.string(), last_post_at: z.number()}));

/** Mattermost's client lists the channels of its own account alone. Who is in no channel is answered with 404. */
async function channelsOf(client: MattermostClient, userId: string, since: number): Promise<string[]> {
  const answer = await answeredOrMissing(client.send(`/api/v4/users/${userId}/channels`, {method: 'get'}));
  const channels = answer === undefined ? [] : channelsSchema.parse(answer);
  return channels.filter(({last_post_at}) => last_post_at >= since).map(({id}) => id);
}

/** By pages that begin before a post, which stay the same while people go on writing. */
async function* postsSince(
  {api}: MattermostClient,
  channelId: string,
  since: number,
): AsyncIterable<ChatPost> {
  let page = await answered(api.getPosts(channelId, 0, POSTS_AT_ONCE, false));
  for (;;) {
    const posts = page.order.flatMap((id) => page.posts[id] ?? []);
    yield* posts.filter(({create_at}) => create_at >= since).map(toChatPost);
    const oldest = posts.at(-1);
    if (oldest === undefined || oldest.create_at < since || posts.length < POSTS_AT_ONCE) return;
    page = await answered(api.getPostsBefore(channelId, oldest.id, 0, POSTS_AT_ONCE, false));
  }
}
