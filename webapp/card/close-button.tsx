import React, {type ReactElement} from 'react';
import {useSelector} from 'react-redux';
import type {HostState} from '../mattermost/host-state.js';
import {isChannelAdmin} from '../mattermost/place.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {closeKey} from '../start/close-meeting.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';
import {keyFor} from './key-for.js';
import type {CardView} from './parse-card.js';

/**
 * Ends the meeting for everybody, or takes it back before anybody has come. Drawn for those alone who may do it; the
 * server checks again.
 */
export function CloseButton({card, channelId}: {card: CardView; channelId: string}): ReactElement | null {
  const {state, closeMeeting} = useServices();
  const say = useText();
  const {userId} = useReader();
  const {cardId, meetingId, topic, waitingCount, peopleCount = 0} = card;
  const isBusy = useObservable(state, ({busy}) => cardId !== undefined && busy.has(closeKey(cardId)));
  const isAdmin = useSelector<HostState, boolean>((page) => isChannelAdmin(page, channelId));
  if (cardId === undefined) return null;
  const isHost = card.hostUserId === userId;
  const canEnd = card.state === 'live' && (isHost || isAdmin);
  const canCancel = card.state === 'waiting' && isHost && waitingCount + peopleCount === 0;
  // What is planned stays planned in Zoom: its card alone goes.
  const cancel = card.plan === undefined ? 'zoom.card.cancel' : 'zoom.plan.takeBack';
  if (!canEnd && !canCancel) return null;
  const press = (): void => {
    const ids = {cardId, meetingId};
    if (canCancel) void closeMeeting('cancel', ids);
    else if (!isBusy) state.change({question: {kind: 'end', topic, card: ids, isWebinar: card.isWebinar}});
  };
  return (
    <button type="button" className="zoom-button zoom-link zoom-small" aria-disabled={isBusy} onClick={press}>
      {say(isBusy ? 'zoom.card.busy' : canEnd ? keyFor(card, 'zoom.card.end') : cancel)}
    </button>
  );
}
