import React, {type ReactElement} from 'react';
import {useReader} from '../mattermost/use-reader.js';
import {useText} from '../text/use-text.js';
import {CopyLink} from './copy-link.js';
import {HostButton} from './host-button.js';
import {JoinLinks} from './join-links.js';
import {type CardView, isOver} from './parse-card.js';
import {StartAgain} from './start-again.js';

interface CardButtonsProps {
  card: CardView;
  /** `undefined`: there is none that may be shown. */
  joinUrl: string | undefined;
  channelId: string;
  rootId: string;
}

/** What can be done with the meeting, the most likely thing first. */
export function CardButtons({card, joinUrl, channelId, rootId}: CardButtonsProps): ReactElement {
  const say = useText();
  const {userId} = useReader();
  const {state, cardId, meetingId, topic} = card;
  if (isOver(card)) {
    return (
      <div className="zoom-row">
        <StartAgain channelId={channelId} rootId={rootId} topic={topic} />
      </div>
    );
  }
  // A shared link has no host here.
  const isHost = cardId !== undefined && card.hostUserId === userId && state !== 'shared';
  const startsAsHost = isHost && state === 'waiting';
  return (
    <>
      <div className="zoom-row">
        {startsAsHost && <HostButton cardId={cardId} meetingId={meetingId} isFirst />}
        {!startsAsHost && joinUrl !== undefined && <JoinLinks joinUrl={joinUrl} isOneEnough={isHost} />}
        {isHost && !startsAsHost && <HostButton cardId={cardId} meetingId={meetingId} isFirst={false} />}
        {joinUrl !== undefined && <CopyLink link={joinUrl} />}
      </div>
      {isHost && <div className="zoom-hint">{say('zoom.card.onlyYou')}</div>}
    </>
  );
}
