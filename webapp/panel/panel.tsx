import React, {type ReactElement} from 'react';
import {useFetchedTexts} from '../parts/use-fetched-texts.js';
import {PanelTextContext} from '../text/use-panel-text.js';
import {useText} from '../text/use-text.js';
import {ImportPanel} from './import-panel.js';

/** In the right-hand side: what people have planned in Zoom, to be brought here. */
export function Panel(): ReactElement {
  const say = useText();
  const texts = useFetchedTexts('panel');
  return (
    <div className="zoom-panel">
      {texts.kind === 'loaded' ? (
        <PanelTextContext.Provider value={texts.say}>
          <ImportPanel />
        </PanelTextContext.Provider>
      ) : (
        <p role="status" className="zoom-panel-note">
          {say(`zoom.import.${texts.kind}`)}
        </p>
      )}
    </div>
  );
}
