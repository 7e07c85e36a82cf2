import React, {type ReactElement} from 'react';
import type {Words} from '../import/import-state.js';
import {RichText} from '../parts/rich-text.js';
import {useServices} from '../services.js';
import {usePanelText} from '../text/use-panel-text.js';

/** A sentence of the server's, or one of the panel's own. */
export function PanelWords({words}: {words: Words}): ReactElement {
  const {basePath} = useServices();
  const say = usePanelText();
  return (
    <RichText basePath={basePath()}>
      {typeof words === 'string' ? words : say(words.key, words.values)}
    </RichText>
  );
}
