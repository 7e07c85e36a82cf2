import {isMember} from './find.js';
import {isInSight, type Session} from './session.js';
import {showEphemeral, showPost} from './show-post.js';

/**
 * Draws what the person in front of the terminal sees appear or change. `around` is given each drawing, so that it
 * can be kept apart from a line that is being typed. Returns how to stop it.
 */
export const showChanges = (session: Session, around: (draw: () => void) => void): (() => void) =>
  session.sandbox.mattermost.onChange((change) => {
    const {sandbox, person} = session;
    if (
      change.kind === 'ephemeral' &&
      change.ephemeral.userId === person.id &&
      isInSight(session, change.ephemeral.post)
    )
      around(() => showEphemeral(session, change.ephemeral));
    if (change.kind !== 'post-created' && change.kind !== 'post-updated') return;
    const isTheirs = isMember(sandbox, {id: change.post.channel_id}, person);
    if (isTheirs && isInSight(session, change.post)) around(() => showPost(session, change.post));
  });
