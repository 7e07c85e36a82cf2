import React, {type ReactElement} from 'react';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {usePanelText} from '../text/use-panel-text.js';
import {useListing} from './use-listing.js';
import {useSummary} from './use-summary.js';

/** What those hear who hear the page: how a list and a run go on. Nobody sees it. */
export function PanelStatus(): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const {listing, search, found} = useListing();
  const run = useObservable(importer.state, (state) => state.run);
  const summary = useSummary();
  const {state, items, next} = listing;
  const ofList =
    state === 'loading'
      ? say('zoom.panel.asking')
      : search === ''
        ? say(next === undefined ? 'zoom.panel.all' : 'zoom.panel.loaded', {count: items.length})
        : say('zoom.panel.found', {count: found.length});
  const words =
    run === undefined ? (summary ?? ofList) : say('zoom.panel.posting', {number: run.done + 1, of: run.of});
  return (
    <div className="zoom-unseen" role="status">
      {words}
    </div>
  );
}
