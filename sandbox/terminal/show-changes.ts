import type {Change} from '../mattermost/change.js';
import type {PostRecord} from '../mattermost/records.js';
import {drawPost} from './draw-post.js';
import {isMember, type Session} from './session.js';

/** Draws what the person in front of the terminal would see appear or change. Returns how to stop it. */
export const showChanges = (session: Session): (() => void) =>
  session.sandbox.mattermost.onChange((change) => {
    const drawn = draw(session, change);
    if (drawn !== undefined) session.screen.line(['', ...drawn].join('\n'));
  });

function draw(session: Session, change: Change): string[] | undefined {
  const {screen, sandbox, person} = session;
  switch (change.kind) {
    case 'ephemeral':
      if (change.ephemeral.userId !== person.id) return undefined;
      return drawPost(screen, change.ephemeral.post, {author: 'zoom', note: '(only you see this)'});
    case 'post-created':
    case 'post-updated': {
      const {post} = change;
      if (post.user_id === person.id || !isMember(sandbox, post.channel_id, person.id)) return undefined;
      const verb = change.kind === 'post-updated' ? ', changed' : '';
      return drawPost(screen, post, {
        author: authorOf(session, post),
        note: `${placeOf(session, post)}${verb}`,
      });
    }
    case 'plugin':
      return [screen.dim(change.running ? 'The plugin process runs.' : 'The plugin process is gone.')];
    default:
      return undefined;
  }
}

const authorOf = ({sandbox}: Session, {user_id}: PostRecord): string =>
  sandbox.mattermost.state.users.get(user_id)?.username ?? 'somebody';

function placeOf({sandbox}: Session, post: PostRecord): string {
  const channel = sandbox.mattermost.state.channels.get(post.channel_id);
  const place =
    channel?.type === 'D' && channel.name.includes('__') ? 'direct message to you' : `in ~${channel?.name}`;
  return post.root_id === '' ? place : `${place}, in a thread`;
}
