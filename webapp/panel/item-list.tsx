import React, {type ReactElement} from 'react';
import {keyOf, type ListName} from '../import/import-state.js';
import {AlertIcon} from '../parts/icons.js';
import {useFocusKept} from '../parts/use-focus-kept.js';
import {useServices} from '../services.js';
import {type PanelTextKey, usePanelText} from '../text/use-panel-text.js';
import {ItemRow} from './item-row.js';
import {PanelWords} from './panel-words.js';
import {useListing} from './use-listing.js';

/** What a list says that has nothing in it. */
const EMPTY: Readonly<Record<ListName, PanelTextKey>> = {
  meetings: 'zoom.panel.noMeetings',
  webinars: 'zoom.panel.noWebinars',
  'past-webinars': 'zoom.panel.noPast',
};

/** The list, page by page, and why there is none. */
export function ItemList(): ReactElement {
  const say = usePanelText();
  const {list, listing, search, found} = useListing();
  const {items, state, next} = listing;
  const keeper = useFocusKept();
  return (
    <div className="zoom-panel-body" {...keeper}>
      {list === 'past-webinars' && <p className="zoom-panel-note zoom-hint">{say('zoom.panel.pastHint')}</p>}
      {found.length > 0 && (
        <ul className="zoom-items">
          {found.map((item) => (
            <ItemRow key={keyOf(item)} item={item} />
          ))}
        </ul>
      )}
      {state === 'loading' && <p className="zoom-panel-note">{say('zoom.panel.asking')}</p>}
      {state === 'loaded' && items.length === 0 && <p className="zoom-panel-note">{say(EMPTY[list])}</p>}
      {items.length > 0 && found.length === 0 && (
        <p className="zoom-panel-note">{say('zoom.panel.noMatch', {search})}</p>
      )}
      {search !== '' && next !== undefined && (
        <p className="zoom-panel-note zoom-hint">{say('zoom.panel.searchMore')}</p>
      )}
      {state === 'failed' && <ListTrouble />}
      {state === 'loaded' && next !== undefined && <LoadMore />}
    </div>
  );
}

function ListTrouble(): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const {listing} = useListing();
  const again = (): void => void (listing.items.length === 0 ? importer.refresh() : importer.loadMore());
  return (
    <div className="zoom-panel-trouble">
      <AlertIcon size={18} />
      <div>
        {listing.trouble !== undefined && <PanelWords words={listing.trouble} />}
        <button type="button" className="zoom-button zoom-quiet" onClick={again}>
          {say('zoom.panel.tryAgain')}
        </button>
      </div>
    </div>
  );
}

function LoadMore(): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const {listing} = useListing();
  return (
    <div className="zoom-panel-more">
      <button type="button" className="zoom-button zoom-quiet" onClick={() => void importer.loadMore()}>
        {say('zoom.panel.more')}
      </button>
      <span className="zoom-hint">{say('zoom.panel.loaded', {count: listing.items.length})}</span>
    </div>
  );
}
