import React, {type ReactElement} from 'react';
import type {CardIds} from '../api/answers.js';
import {useServices} from '../services.js';
import {wayKey, type WayName} from '../start/open-way.js';
import {useObservable} from '../state/observable.js';
import type {TextKey} from '../text/catalogue.js';
import {useText} from '../text/use-text.js';

interface WayButtonProps extends CardIds {
  way: WayName;
  /** The most likely thing to do. */
  isFirst: boolean;
}

const LABELS: Readonly<Record<WayName, TextKey>> = {
  host: 'zoom.card.startAsHost',
  browser: 'zoom.card.joinInBrowser',
};

/** Leads in as the host, or through the join page; the server checks again who it is. */
export function WayButton({way, cardId, meetingId, isFirst}: WayButtonProps): ReactElement {
  const {state, openWay} = useServices();
  const say = useText();
  const isBusy = useObservable(state, ({busy}) => busy.has(wayKey(way, cardId)));
  return (
    <button
      type="button"
      className={`zoom-button ${isFirst ? 'zoom-primary' : 'zoom-link'}`}
      aria-disabled={isBusy}
      onClick={() => void openWay(way, {cardId, meetingId})}
    >
      {say(isBusy ? (way === 'host' ? 'zoom.start.busy' : 'zoom.card.busy') : LABELS[way])}
    </button>
  );
}
