import React, {type ReactElement} from 'react';
import type {PostProps} from '../mattermost/registry.js';
import {MeetingCard} from './meeting-card.js';
import {parseCard} from './parse-card.js';
import {PlainPost} from './plain-post.js';
import {plainText} from './plain-text.js';
import {useIsOurBot} from './use-is-our-bot.js';

/** Draws every post of the type `custom_zoom`: as a card if the bot wrote it, and as plain text if anybody else did. */
export function CardPost({post, compactDisplay = false}: PostProps): ReactElement {
  const isTrusted = useIsOurBot(post.user_id);
  if (!isTrusted) return <PlainPost post={post} />;
  const card = parseCard(post);
  if (card === undefined) return <FallbackPost post={post} />;
  return (
    <MeetingCard
      card={card}
      channelId={post.channel_id}
      rootId={post.root_id ?? ''}
      isCompact={compactDisplay}
    />
  );
}

/** The post's own text. It is also drawn when a card breaks, so it reads nothing else. */
export const FallbackPost = ({post}: PostProps): ReactElement => (
  <p className="zoom-fallback" dir="auto">
    {plainText(post.message)}
  </p>
);
