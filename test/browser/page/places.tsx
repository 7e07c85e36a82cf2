import React, {type ReactElement, type ReactNode} from 'react';
import {type Drawn, entriesOf} from './registered.js';
import type {Scene} from './scene.js';

/** As Mattermost wraps it: the button is not ours to listen on, and a touch comes as a touch and as a click. */
export function CallSlot({scene}: {scene: Scene}): ReactElement {
  const channel = {id: scene.state.entities.channels.currentChannelId};
  return (
    <section id="header" aria-label="Channel">
      {entriesOf('registerCallButtonAction').map(([id, button, , action]) => {
        const press = (): void => (action as (given: unknown) => void)(channel);
        return (
          <div key={id} onClick={press} onTouchEnd={press}>
            {button as ReactNode}
          </div>
        );
      })}
      {entriesOf('registerChannelHeaderButtonAction').map(([id, icon, action, , tooltip]) => (
        <button key={id} onClick={() => (action as (given: unknown) => void)(channel)}>
          {icon as ReactNode}
          {tooltip as ReactNode}
        </button>
      ))}
    </section>
  );
}

export function Menus({scene}: {scene: Scene}): ReactElement {
  const post = scene.posts[0];
  return (
    <nav aria-label="Menus">
      {entriesOf('registerAppBarComponent').map(([id, , action, tooltip]) => (
        <button key={id} data-place="app-bar" onClick={() => (action as (given: unknown) => void)(null)}>
          {tooltip as ReactNode}
        </button>
      ))}
      {entriesOf('registerChannelHeaderMenuAction').map(([id, text, action]) => (
        <button
          key={id}
          data-place="channel-menu"
          onClick={() => (action as (given: string) => void)(scene.state.entities.channels.currentChannelId)}
        >
          {text as ReactNode}
        </button>
      ))}
      {entriesOf('registerFileUploadMethod').map(([id, icon, action, text]) => (
        <div key={id} role="menu" aria-label="Attach">
          <a href="#" role="menuitem" data-place="message-box" onClick={action as () => void}>
            {icon as ReactNode}
            {text as ReactNode}
          </a>
        </div>
      ))}
      {entriesOf('registerPostDropdownMenuAction').map(([id, text, action, filter]) =>
        post !== undefined && (filter as (given: string) => boolean)(post.id) ? (
          <button
            key={id}
            data-place="post-menu"
            onClick={() => (action as (given: string) => void)(post.id)}
          >
            {text as ReactNode}
          </button>
        ) : null,
      )}
      {entriesOf('registerCallButtonAction').map(([id, , item, action]) => (
        <div key={id} onClick={() => (action as (given: unknown) => void)(null)}>
          {item as ReactNode}
        </div>
      ))}
      <div className="user-popover">
        {entriesOf('registerPopoverUserActionsComponent').map(([id, Part]) =>
          React.createElement(Part as Drawn, {key: id, user: {id: 'b'.repeat(26)}, hide: () => undefined}),
        )}
      </div>
    </nav>
  );
}

export function Posts({scene}: {scene: Scene}): ReactElement {
  const [, , PostType] = entriesOf('registerPostTypeComponent')[0] ?? [];
  return (
    <main id="posts">
      {scene.posts.map((post) => (
        <article key={post.id} id={post.id} className="post">
          <div className="post__body">
            {PostType === undefined
              ? post.message
              : React.createElement(PostType as Drawn, {post, compactDisplay: scene.compact})}
          </div>
        </article>
      ))}
    </main>
  );
}

/**
 * As Mattermost draws it: the head is its own. A thread there has a message box of its own.
 *
 * @param shown - the id of the component that is there
 */
export function RightHandSide({
  scene,
  shown,
}: {
  scene: Scene;
  shown: string | undefined;
}): ReactElement | null {
  const [, Part, title] = entriesOf('registerRightHandSidebarComponent').find(([id]) => id === shown) ?? [];
  const thread = scene.state.views?.rhs?.selectedPostId;
  if (Part === undefined && !thread) return null;
  return (
    <aside id="sidebar-right" aria-label="Right-hand side">
      {Part === undefined ? (
        entriesOf('registerFileUploadMethod').map(([id, , action, text]) => (
          <button key={id} data-place="thread-box" onClick={action as () => void}>
            {text as ReactNode}
          </button>
        ))
      ) : (
        <div id="rhsContainer" className="sidebar-right__body">
          <h2 className="sidebar-title">{title as ReactNode}</h2>
          {React.createElement(Part as Drawn)}
        </div>
      )}
    </aside>
  );
}
