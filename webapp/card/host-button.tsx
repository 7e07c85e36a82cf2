import React, {type ReactElement} from 'react';
import {useServices} from '../services.js';
import {hostKey} from '../start/start-as-host.js';
import {useObservable} from '../state/observable.js';
import {useText} from '../text/use-text.js';

interface HostButtonProps {
  cardId: string;
  meetingId: string;
  /** The most likely thing to do. */
  isFirst: boolean;
}

/** Drawn for the host alone; the server checks again who it is. */
export function HostButton({cardId, meetingId, isFirst}: HostButtonProps): ReactElement {
  const {state, startAsHost} = useServices();
  const say = useText();
  const isBusy = useObservable(state, ({busy}) => busy.has(hostKey(cardId)));
  return (
    <button
      type="button"
      className={`zoom-button ${isFirst ? 'zoom-primary' : 'zoom-link'}`}
      aria-disabled={isBusy}
      onClick={() => void startAsHost(cardId, meetingId)}
    >
      {say(isBusy ? 'zoom.start.busy' : 'zoom.card.startAsHost')}
    </button>
  );
}
