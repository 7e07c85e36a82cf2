import React, {type ReactElement} from 'react';
import {isMeetingLink, plainAddress, ZOOM_HOSTS} from '../../contract/link-rules.js';
import type {PostProps} from '../mattermost/registry.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {plainText} from './plain-text.js';

const shortText = (value: unknown): string =>
  typeof value === 'string' && value.length <= 1000 ? value : '';

/**
 * A post of our type that our bot did not write: its words as they are, and no link except to a known host, which is
 * named.
 */
export function PlainPost({post}: PostProps): ReactElement {
  const {state} = useServices();
  const say = useText();
  const hosts = useObservable(state, ({client}) => client?.link_hosts) ?? ZOOM_HOSTS;
  const {meeting_link: link, meeting_topic: topic, meeting_status: status} = post.props ?? {};
  const isOffered = link !== undefined && status !== 'ENDED';
  return (
    <div className="zoom-plain" dir="auto">
      <p>{plainText(post.message)}</p>
      {shortText(topic) !== '' && <p className="zoom-plain-topic">{shortText(topic)}</p>}
      {isOffered && isMeetingLink(link, hosts) && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {say('zoom.card.plainJoin', {host: plainAddress(link)?.host ?? ''})}
        </a>
      )}
      {isOffered && !isMeetingLink(link, hosts) && <p className="zoom-hint">{say('zoom.card.plainLink')}</p>}
    </div>
  );
}
