import React, {useMemo} from 'react';
import {useSelector} from 'react-redux';
import {MessageBox} from './message-box.js';
import {PostView} from './post-view.js';
import {openThread} from './places.js';
import {type PageState} from './store.js';

/** A thread in the right-hand side. */
export function ThreadPane({rootId, onClose}: {rootId: string; onClose?: () => void}): React.ReactElement {
  const posts = useSelector((state: PageState) => state.entities.posts.posts);
  const thread = useMemo(
    () =>
      Object.values(posts)
        .filter(({id, root_id}) => id === rootId || root_id === rootId)
        .sort((a, b) => a.create_at - b.create_at),
    [posts, rootId],
  );
  const close = onClose ?? (() => openThread(''));
  return (
    <aside className="thread" id="sidebar-right" aria-label="Thread">
      <div className="channel-header">
        <strong>Thread</strong>
        <span className="gap" />
        <button type="button" aria-label="Close the thread" onClick={close}>
          ✕
        </button>
      </div>
      <div className="post-list">
        {thread.map((post) => (
          <PostView key={post.id} post={post} isRHS={true} />
        ))}
      </div>
      <MessageBox channelId={posts[rootId]?.channel_id ?? ''} rootId={rootId} />
    </aside>
  );
}
