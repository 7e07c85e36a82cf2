import {useEffect, useMemo, useState} from 'react';
import {useSelector} from 'react-redux';
import {rest} from './seat.js';
import type {PageState} from './store.js';

/** How many of other people's posts in each channel the person has not seen; replies count for their thread. */
export function useUnread(): Readonly<Record<string, number>> {
  const posts = useSelector((state: PageState) => state.entities.posts.posts);
  const me = useSelector((state: PageState) => state.entities.users.currentUserId);
  const {currentChannelId, lastViewedAt} = useSelector((state: PageState) => state.entities.channels);
  const counts = useMemo(() => {
    const unread: Record<string, number> = {};
    for (const {channel_id: id, user_id, root_id, type, create_at} of Object.values(posts)) {
      const isOthers = user_id !== me && root_id === '' && type !== 'system_ephemeral';
      if (isOthers && create_at > (lastViewedAt[id] ?? 0)) unread[id] = (unread[id] ?? 0) + 1;
    }
    return unread;
  }, [posts, me, lastViewedAt]);
  const isActive = useIsActive();
  const isUnreadHere = (counts[currentChannelId] ?? 0) > 0;
  useEffect(() => {
    if (isActive && isUnreadHere) {
      void rest('POST', '/channels/members/me/view', {channel_id: currentChannelId}).catch(() => undefined);
    }
  }, [isActive, isUnreadHere, currentChannelId]);
  return counts;
}

/** As in Mattermost, what arrives while the window is in front counts as seen. */
function useIsActive(): boolean {
  const [isActive, setActive] = useState(true);
  useEffect(() => {
    const [come, go] = [() => setActive(true), () => setActive(false)];
    window.addEventListener('focus', come);
    window.addEventListener('blur', go);
    return () => {
      window.removeEventListener('focus', come);
      window.removeEventListener('blur', go);
    };
  }, []);
  return isActive;
}
