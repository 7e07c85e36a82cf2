import React from 'react';
import type {Context} from '../context.js';
import type {PostTypeProps} from '../mattermost/registry.js';
import {CardBoundary} from './card-boundary.js';
import {MeetingCard} from './meeting-card.js';
import {PlainPost} from './plain-post.js';
import {readCard} from './read-card.js';
import {useAuthor} from './use-author.js';

const BOT = 'zoom';

/** A post of the type `custom_zoom`: a card when the bot wrote it, plain text when anybody else did. */
export function createZoomPost(context: Context): React.FC<PostTypeProps> {
  function ZoomPost({post}: PostTypeProps): React.ReactElement {
    const author = useAuthor(context, post.user_id);
    const isOurs = author?.is_bot === true && author.username === BOT;
    const card = isOurs ? readCard(post) : undefined;
    return card === undefined ? (
      <PlainPost post={post} />
    ) : (
      <MeetingCard card={card} post={post} context={context} />
    );
  }
  return function GuardedZoomPost(props) {
    return (
      <CardBoundary key={props.post.id} fallback={<PlainPost post={props.post} />}>
        <ZoomPost {...props} />
      </CardBoundary>
    );
  };
}
