import React, {type ReactElement} from 'react';
import {useSelector} from 'react-redux';
import type {HostState} from '../mattermost/host-state.js';
import {placeRefusal} from '../mattermost/place.js';
import {useServices} from '../services.js';
import {startInChannel} from '../start/start-points.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';

interface StartAgainProps {
  channelId: string;
  rootId: string;
  topic: string;
}

/** A new meeting with the topic of the one that ended, in its place. */
export function StartAgain({channelId, rootId, topic}: StartAgainProps): ReactElement | null {
  const {state, startMeeting} = useServices();
  const say = useText();
  const isBusy = useObservable(state, ({busy}) => busy.has(channelId));
  const isConfigured = useObservable(state, ({client}) => client?.configured !== false);
  const isRefused = useSelector<HostState, boolean>((page) => placeRefusal(page, channelId) !== undefined);
  if (!isConfigured || isRefused) return null;
  return (
    <button
      type="button"
      className="zoom-button zoom-quiet"
      aria-disabled={isBusy}
      onClick={() => void startMeeting(startInChannel(channelId, {rootId, topic}))}
    >
      {say(isBusy ? 'zoom.start.busy' : 'zoom.card.startAgain')}
    </button>
  );
}
