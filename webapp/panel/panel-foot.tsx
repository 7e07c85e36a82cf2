import React, {type ReactElement} from 'react';
import {AlertIcon} from '../parts/icons.js';
import {useFocusKept} from '../parts/use-focus-kept.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {usePanelText} from '../text/use-panel-text.js';
import {PanelWords} from './panel-words.js';
import {useDestination} from './use-destination.js';
import {useSummary} from './use-summary.js';

/** Where the cards go, the button that posts them, and how that went. */
export function PanelFoot(): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const {place, isThread, words} = useDestination();
  const count = useObservable(importer.state, ({drafts}) => drafts.size);
  const run = useObservable(importer.state, (state) => state.run);
  const stopped = useObservable(importer.state, (state) => state.stopped);
  const summary = useSummary();
  const keeper = useFocusKept();
  const isRest = summary !== undefined && count > 0;
  const label =
    run !== undefined
      ? say('zoom.panel.posting', {number: run.done + 1, of: run.of})
      : say(isRest ? 'zoom.panel.rest' : 'zoom.panel.post', {count, ...words});
  return (
    <div className="zoom-panel-foot" {...keeper}>
      {summary !== undefined && <p>{summary}</p>}
      {stopped !== undefined && (
        <div className="zoom-outcome zoom-trouble">
          <AlertIcon />
          <PanelWords words={stopped} />
        </div>
      )}
      {isThread && (
        <p className="zoom-hint">
          {say('zoom.panel.toThread')}
          <button
            type="button"
            className="zoom-button zoom-link zoom-small"
            onClick={() => importer.leaveThread()}
          >
            {say('zoom.panel.leaveThread')}
          </button>
        </p>
      )}
      {count === 0 && run === undefined ? (
        <p className="zoom-hint">{say('zoom.panel.choose', words)}</p>
      ) : (
        <button
          type="button"
          className="zoom-button zoom-primary"
          aria-disabled={run !== undefined}
          onClick={() => void importer.post(place)}
        >
          {label}
        </button>
      )}
    </div>
  );
}
