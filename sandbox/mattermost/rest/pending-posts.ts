import type {PostRecord} from '../records.js';
import type {State} from '../state.js';

/** `PendingPostIDsCacheTTL` */
const livesMs = 30_000;

/** A `pending_post_id` that is sent again within 30 s returns the existing post. */
export interface PendingPosts {
  find(pendingId: string, userId: string): PostRecord | undefined;
  note(pendingId: string, post: PostRecord): void;
}

export function createPendingPosts(state: State): PendingPosts {
  const seen = new Map<string, {postId: string; at: number}>();
  return {
    find: (pendingId, userId) => {
      const known = seen.get(pendingId);
      if (known === undefined || state.now() - known.at > livesMs) return undefined;
      const post = state.posts.get(known.postId);
      return post?.user_id === userId ? post : undefined;
    },
    note: (pendingId, {id}) => {
      if (pendingId !== '') seen.set(pendingId, {postId: id, at: state.now()});
    },
  };
}
