import React, {type ReactElement} from 'react';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {CopyInvitation} from './copy-invitation.js';
import {CopyLink} from './copy-link.js';
import {JoinLinks} from './join-links.js';
import {type CardView, isOver} from './parse-card.js';
import {RegisterLink} from './register-link.js';
import {StartAgain} from './start-again.js';
import {WayButton} from './way-button.js';

interface CardButtonsProps {
  card: CardView;
  /** `undefined`: there is none that may be shown. */
  joinUrl: string | undefined;
  /** Where people have to register first. */
  registerUrl: string | undefined;
  channelId: string;
  rootId: string;
}

/** What can be done with the meeting, the most likely thing first. */
export function CardButtons(props: CardButtonsProps): ReactElement | null {
  const {card, joinUrl, registerUrl, channelId, rootId} = props;
  const say = useText();
  const {userId} = useReader();
  const {state: known} = useServices();
  const isOnCards = useObservable(known, ({client}) => client?.join_page?.is_on_cards === true);
  const {state, cardId, meetingId, topic, plan} = card;
  if (isOver(card)) {
    // What was planned in Zoom is planned there again; another meeting for now is no part of it.
    if (plan !== undefined) return null;
    return (
      <div className="zoom-row">
        <StartAgain channelId={channelId} rootId={rootId} topic={topic} />
      </div>
    );
  }
  // A shared link has no host here.
  const isHost = cardId !== undefined && card.hostUserId === userId && state !== 'shared';
  // Hosts register nowhere.
  const startsAsHost = isHost && (state === 'waiting' || registerUrl !== undefined);
  const joins = registerUrl === undefined && joinUrl !== undefined;
  const link = registerUrl ?? joinUrl;
  const hasPage = isOnCards && cardId !== undefined && state !== 'shared';
  const joinsOnPage = hasPage ? {cardId, meetingId} : undefined;
  return (
    <>
      <div className="zoom-row">
        {startsAsHost && <WayButton way="host" cardId={cardId} meetingId={meetingId} isFirst />}
        {!startsAsHost && joins && (
          <JoinLinks joinUrl={joinUrl} isOneEnough={isHost} joinsOnPage={joinsOnPage} />
        )}
        {registerUrl !== undefined && <RegisterLink url={registerUrl} isFirst={!startsAsHost} />}
        {isHost && !startsAsHost && (
          <WayButton way="host" cardId={cardId} meetingId={meetingId} isFirst={false} />
        )}
        {link !== undefined && <CopyLink link={link} />}
        {/* Zoom writes none for webinars. */}
        {isHost && !card.isWebinar && <CopyInvitation cardId={cardId} meetingId={meetingId} />}
      </div>
      {registerUrl !== undefined && !isHost && (
        <div className="zoom-hint">{say('zoom.plan.registerHint')}</div>
      )}
      {isHost && <div className="zoom-hint">{say('zoom.card.onlyYou')}</div>}
    </>
  );
}
