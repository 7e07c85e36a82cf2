import React from 'react';
import {FormattedMessage} from 'react-intl';
import {useSelector} from 'react-redux';
import {allowedLink} from '../allowed-link.js';
import {asRecord} from '../api/request.js';
import type {GlobalState, Post} from '../mattermost/global-state.js';
import {zoomState} from '../state.js';

const MAX_TEXT = 1000;

/** A post that is no card of ours: what it says, and its link only where links of Zoom's may lead. */
export function PlainPost({post}: {post: Post}): React.ReactElement {
  const hosts = useSelector((state: GlobalState) => zoomState(state).client?.linkHosts);
  const link = allowedLink(asRecord(post.props)['meeting_link'], hosts);
  const text = typeof post.message === 'string' ? withoutMarkdownLinks(post.message).slice(0, MAX_TEXT) : '';
  return (
    <div className="zoom-plain">
      <span>{text === '' ? <FormattedMessage id="zoom.card.unreadable" /> : text}</span>
      {link !== undefined && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          <FormattedMessage id="zoom.card.joinOn" values={{host: new URL(link).host}} />
        </a>
      )}
    </div>
  );
}

/** `[Join](address)` → `Join`: an address that is not allowed is not offered for copying either. */
const withoutMarkdownLinks = (message: string): string => message.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
