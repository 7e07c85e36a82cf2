import React, {type ReactElement, type RefObject} from 'react';
import type {ListName} from '../import/import-state.js';
import {useServices} from '../services.js';
import {usePanelText} from '../text/use-panel-text.js';
import {Switch} from './switch.js';
import {useListing} from './use-listing.js';

/** Which list is shown, and what of it. */
export function PanelHead({searchRef}: {searchRef: RefObject<HTMLInputElement>}): ReactElement {
  const {importer} = useServices();
  const say = usePanelText();
  const {list, listing, search} = useListing();
  const show = (chosen: ListName) => () => importer.show(chosen);
  const isBusy = listing.state === 'loading';
  return (
    <div className="zoom-panel-head">
      <div className="zoom-panel-switches">
        <Switch
          label={say('zoom.panel.show')}
          choices={[
            {text: say('zoom.panel.meetings'), isOn: list === 'meetings', choose: show('meetings')},
            {text: say('zoom.panel.webinars'), isOn: list !== 'meetings', choose: show('webinars')},
          ]}
        />
        {list !== 'meetings' && (
          <Switch
            label={say('zoom.panel.when')}
            choices={[
              {text: say('zoom.panel.upcoming'), isOn: list === 'webinars', choose: show('webinars')},
              {text: say('zoom.panel.past'), isOn: list === 'past-webinars', choose: show('past-webinars')},
            ]}
          />
        )}
      </div>
      <div className="zoom-panel-search">
        <input
          ref={searchRef}
          className="zoom-input"
          type="search"
          aria-label={say('zoom.panel.search')}
          placeholder={say('zoom.panel.search')}
          value={search}
          onChange={({target}) => importer.search(target.value)}
        />
        <button
          type="button"
          className="zoom-button zoom-link"
          aria-disabled={isBusy}
          onClick={() => void importer.refresh()}
        >
          {say('zoom.panel.refresh')}
        </button>
      </div>
    </div>
  );
}
