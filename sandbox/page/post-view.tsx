import React, {useSyncExternalStore} from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import {Attachments} from './attachments.js';
import {Markdown} from './markdown.js';
import {avatarOf, nameOf} from './names.js';
import {PostMenu} from './post-menu.js';
import {pluginHost, subscribe} from './registry.js';
import {openThread} from './places.js';
import {type PageState} from './store.js';
import {themeValues} from './theme.js';
import type {Post, User} from './types.js';
import {UserPopover} from './user-popover.js';

/** A post: who, when and what; a plugin draws its own kinds. */
export function PostView({post, isRHS}: {post: Post; isRHS: boolean}): React.ReactElement {
  const {formatTime} = useIntl();
  const author = useSelector(
    (state: PageState): User | undefined => state.entities.users.profiles[post.user_id],
  );
  const isMilitary = useSelector(
    (state: PageState) =>
      state.entities.preferences.myPreferences['display_settings--use_military_time']?.value === 'true',
  );
  const replies = useSelector(
    (state: PageState) =>
      Object.values(state.entities.posts.posts).filter(
        ({root_id, type}) => root_id === post.id && type !== 'system_ephemeral',
      ).length,
  );
  const isEphemeral = post.type === 'system_ephemeral';
  const {letters, colour} = avatarOf(author);
  const clock = {hour: 'numeric', minute: '2-digit', hourCycle: isMilitary ? 'h23' : 'h12'} as const;
  return (
    <article className="post" data-post={post.id}>
      <span
        className="avatar"
        style={{background: author?.is_bot === true ? '#0b5cff' : colour}}
        aria-hidden="true"
      >
        {author?.is_bot === true ? 'Z' : letters}
      </span>
      <div className="post__body">
        <div className="post-head">
          {isEphemeral ? <strong>{speakerOf(post, author)}</strong> : <UserPopover user={author} />}
          {author?.is_bot === true && <span className="badge">BOT</span>}
          <time dateTime={new Date(post.create_at).toISOString()}>{formatTime(post.create_at, clock)}</time>
          {isEphemeral && <span className="only-you">(Only visible to you)</span>}
        </div>
        <PostContent post={post} isRHS={isRHS} />
        {replies > 0 && !isRHS && (
          <button type="button" className="replies" onClick={() => openThread(post.id)}>
            {replies === 1 ? '1 reply' : `${replies} replies`}
          </button>
        )}
      </div>
      {!isEphemeral && (
        <PostMenu post={post} onReply={() => openThread(post.root_id || post.id)} name={nameOf(author)} />
      )}
    </article>
  );
}

/** In private, only a bot, or an answer with another name, appears under its own name. */
function speakerOf({props}: Post, author: User | undefined): string {
  const given = props['override_username'];
  if (typeof given === 'string' && given !== '') return given;
  return author?.is_bot === true ? author.username : 'System';
}

function PostContent({post, isRHS}: {post: Post; isRHS: boolean}): React.ReactElement {
  const {entries} = useSyncExternalStore(subscribe, pluginHost);
  const custom = entries.postType.findLast(({type}) => type === post.type);
  if (custom !== undefined) {
    const {component: Component} = custom;
    return <Component post={post} compactDisplay={false} isRHS={isRHS} theme={themeValues()} />;
  }
  return (
    <div className="post-text">
      <Markdown text={post.message} />
      <Attachments post={post} />
    </div>
  );
}
