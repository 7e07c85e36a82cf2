import React, {useEffect, useRef} from 'react';
import {useIntl} from 'react-intl';
import {useSelector} from 'react-redux';
import {allowedLink} from '../allowed-link.js';
import type {Context} from '../context.js';
import {CameraIcon} from '../icons.js';
import type {GlobalState, Post} from '../mattermost/global-state.js';
import {currentChannelId, currentUserId} from '../mattermost/selectors.js';
import {changed, zoomState} from '../state.js';
import {CardActions} from './card-actions.js';
import {CardPeople} from './card-people.js';
import {CardStatus} from './card-status.js';
import type {CardView} from './read-card.js';

interface MeetingCardProps {
  card: CardView;
  post: Post;
  context: Context;
}

/** The card of a meeting: what it is, how it goes, and what one can do. */
export function MeetingCard({card, post, context}: MeetingCardProps): React.ReactElement {
  const {formatMessage} = useIntl();
  const hosts = useSelector((state: GlobalState) => zoomState(state).client?.linkHosts);
  const isHost = useSelector(
    (state: GlobalState) => card.hostUserId !== '' && currentUserId(state) === card.hostUserId,
  );
  const link = card.state === 'ended' ? undefined : allowedLink(card.link, hosts);
  useAnnouncement(card, post, context);
  return (
    <section
      className={`zoom-card zoom-card--${card.state}`}
      aria-label={formatMessage({id: 'zoom.card.label'}, {topic: card.topic})}
    >
      <div className="zoom-card-icon">
        <CameraIcon />
      </div>
      <div className="zoom-card-head">
        <h4 className="zoom-card-topic">{card.topic}</h4>
        <CardStatus card={card} />
      </div>
      <div className="zoom-card-row">
        <CardActions card={card} post={post} link={link} isHost={isHost} context={context} />
        <CardPeople people={card.people} count={card.peopleCount} />
      </div>
      {isHost && card.state === 'waiting' && (
        <div className="zoom-card-only">{formatMessage({id: 'zoom.card.onlyYou'})}</div>
      )}
      {card.state !== 'ended' && (
        <div className="zoom-card-id">
          {formatMessage({id: 'zoom.card.id'}, {id: card.number})}
          {card.passcode !== '' && (
            <span> · {formatMessage({id: 'zoom.card.passcode'}, {passcode: card.passcode})}</span>
          )}
        </div>
      )}
    </section>
  );
}

/** Tells who does not see the card change that the meeting has begun. */
function useAnnouncement(card: CardView, post: Post, {store}: Context): void {
  const {formatMessage} = useIntl();
  const before = useRef(card.state);
  useEffect(() => {
    const hasStarted = before.current === 'waiting' && card.state === 'live';
    before.current = card.state;
    if (!hasStarted || currentChannelId(store.getState()) !== post.channel_id) return;
    const announcement = formatMessage({id: 'zoom.card.hasStarted'}, {topic: card.topic});
    store.dispatch(changed((state) => ({...state, announcement})));
  }, [card.state, card.topic, post.channel_id, store, formatMessage]);
}
