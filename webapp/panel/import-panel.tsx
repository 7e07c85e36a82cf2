import React, {type ReactElement, useEffect, useRef} from 'react';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';
import {ItemList} from './item-list.js';
import {PanelFoot} from './panel-foot.js';
import {PanelHead} from './panel-head.js';
import {PanelStatus} from './panel-status.js';

/** What can be brought here, what of it is chosen, and the button that posts it. */
export function ImportPanel(): ReactElement {
  const {importer} = useServices();
  const search = useFocusWhenOpened();
  useEffect(() => importer.show(importer.state.get().list), [importer]);
  useEffect(() => {
    // Whoever was asked to connect to Zoom comes back from another tab.
    const seen = (): void => {
      if (!document.hidden) importer.show(importer.state.get().list);
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [importer]);
  return (
    <>
      <PanelHead searchRef={search} />
      <ItemList />
      <PanelFoot />
      <PanelStatus />
    </>
  );
}

/** The page leaves the focus on what was pressed, far away from what it opened. */
function useFocusWhenOpened() {
  const {importer} = useServices();
  const ref = useRef<HTMLInputElement>(null);
  const opened = useObservable(importer.state, (state) => state.opened);
  useEffect(() => {
    if (opened > 0) ref.current?.focus();
  }, [opened]);
  return ref;
}
