import React, {useEffect, useMemo, useRef} from 'react';
import {useSelector} from 'react-redux';
import {hasCollapsedThreads} from './collapsed-threads.js';
import {PostView} from './post-view.js';
import type {PageState} from './store.js';

/** The posts of a channel, oldest first, always scrolled to the newest. */
export function PostList({channelId}: {channelId: string}): React.ReactElement {
  const posts = useSelector((state: PageState) => state.entities.posts.posts);
  const collapsesThreads = useSelector(hasCollapsedThreads);
  const shown = useMemo(
    () =>
      Object.values(posts)
        .filter((post) => post.channel_id === channelId && (post.root_id === '' || !collapsesThreads))
        .sort((a, b) => a.create_at - b.create_at),
    [posts, channelId, collapsesThreads],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({top: list.current.scrollHeight});
  }, [shown.length, channelId]);
  return (
    <div ref={list} className="post-list" role="log" aria-label="Messages" tabIndex={0}>
      {shown.map((post) => (
        <PostView key={post.id} post={post} isRHS={false} />
      ))}
    </div>
  );
}
