import type {ChatServer} from '../../sandbox/mattermost/chat-server.js';
import {newPost} from '../../sandbox/mattermost/seed.js';

/** A post that everybody in the channel sees, with the buttons of the newest private message on it. */
export function seedCopy({state, seed}: Pick<ChatServer, 'state' | 'seed'>, message: string): void {
  const shown = state.ephemeral.at(-1)?.post;
  if (shown === undefined) throw new Error('There is no private message');
  const {channel_id, user_id, props} = shown;
  const {attachments} = props;
  seed({posts: [{...newPost(state.now()), channel_id, user_id, message, props: {attachments}}]});
}
