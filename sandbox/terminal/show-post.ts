import type {EphemeralRecord, PostRecord} from '../mattermost/records.js';
import {type DrawnButton, drawPost, frame} from './draw-post.js';
import {placeName} from './find.js';
import type {Session, ShownButton} from './session.js';

/** Draws a post that everybody in the channel sees; one that was drawn before shows what has changed. */
export function showPost(session: Session, post: PostRecord): void {
  const {screen, drawn} = session;
  const lines = drawPost(screen, post, numbering(session, {postId: post.id, owner: undefined}));
  const before = drawn.get(post.id);
  drawn.set(post.id, lines);
  const changed = hasChanged(lines, before);
  const heading = [authorOf(session, post), placeOf(session, post), ...(changed ? ['changed'] : [])];
  showFrame(session, heading, lines, before);
}

/** Draws what one person alone sees. */
export function showEphemeral(session: Session, {userId, post}: EphemeralRecord): void {
  const owner = session.sandbox.mattermost.state.users.get(userId);
  const lines = drawPost(session.screen, post, numbering(session, {postId: post.id, owner}));
  const before = session.drawn.get(post.id);
  session.drawn.set(post.id, lines);
  const changed = hasChanged(lines, before) ? ['changed'] : [];
  showFrame(session, [speakerOf(session, post), 'only you see this', ...changed], lines, before);
}

function showFrame(
  {screen}: Session,
  [author = '', ...notes]: readonly string[],
  lines: readonly string[],
  before?: readonly string[],
): void {
  const heading = `${screen.bold(author)} ${screen.dim(`· ${notes.join(' · ')}`)}`;
  screen.line(['', ...frame(screen, heading, lines, before)].join('\n'));
}

/** A button keeps its number when it is drawn again. */
function numbering({buttons}: Session, shown: Pick<ShownButton, 'postId' | 'owner'>) {
  return ({id, name}: DrawnButton): number => {
    const known = buttons.findIndex(({postId, actionId}) => postId === shown.postId && actionId === id);
    return known >= 0 ? known + 1 : buttons.push({...shown, actionId: id, name});
  };
}

const hasChanged = (lines: readonly string[], before: readonly string[] | undefined): boolean =>
  before !== undefined && lines.some((line) => !before.includes(line));

/** Mattermost gives its own name to what no bot says, unless it was given another. */
function speakerOf({sandbox}: Session, {user_id, props}: PostRecord): string {
  const author = sandbox.mattermost.state.users.get(user_id);
  const given = props['override_username'];
  if (typeof given === 'string' && given !== '') return given;
  return author?.is_bot === true ? author.username : 'System';
}

function authorOf({sandbox}: Session, {user_id}: PostRecord): string {
  const author = sandbox.mattermost.state.users.get(user_id);
  return author === undefined ? 'somebody' : `${author.username}${author.is_bot ? ' BOT' : ''}`;
}

function placeOf({sandbox, person}: Session, post: PostRecord): string {
  const channel = sandbox.mattermost.state.channels.get(post.channel_id);
  if (channel === undefined) return 'a channel that is gone';
  const isFromPartner = channel.type === 'D' && channel.name.split('__').includes(post.user_id);
  const place = isFromPartner ? 'direct message to you' : placeName(sandbox, channel, person);
  return post.root_id === '' ? place : `${place}, in a thread`;
}
