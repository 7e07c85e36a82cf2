import React, {useState, useSyncExternalStore} from 'react';
import {pluginHost, subscribe} from './registry.js';
import type {Post} from './types.js';

/** What one can do with a post. */
export function PostMenu({
  post,
  name,
  onReply,
}: {
  post: Post;
  name: string;
  onReply: () => void;
}): React.ReactElement {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const [isOpen, setOpen] = useState(false);
  const items = entries.postMenu.filter(({filter}) => filter?.(post.id) ?? true);
  const close = (then: () => void) => (): void => {
    setOpen(false);
    then();
  };
  return (
    <div className="post-menu">
      <button type="button" aria-label={`Reply to ${name}`} onClick={onReply}>
        ↩
      </button>
      <button
        type="button"
        aria-label={`More about the post of ${name}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && (
        <div className="menu menu--right" role="menu">
          <button type="button" role="menuitem" onClick={close(onReply)}>
            Reply
          </button>
          {items.map(({id, text, action}) => (
            <button key={id} type="button" role="menuitem" onClick={close(() => action(post.id))}>
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
