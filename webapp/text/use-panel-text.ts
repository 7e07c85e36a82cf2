import {createContext, useContext} from 'react';
import type {FetchedKey} from './fetched-texts.js';
import type {Say} from './use-text.js';

/** The name of a text that only the panel has, as in `webapp/messages/panel/en.json`. */
export type PanelTextKey = FetchedKey<'panel'>;

/** Set once the file is loaded. */
export const PanelTextContext = createContext<Say<PanelTextKey> | undefined>(undefined);

/** @throws outside of the panel */
export function usePanelText(): Say<PanelTextKey> {
  const say = useContext(PanelTextContext);
  if (say === undefined) throw new Error('A component of the panel was drawn without its texts.');
  return say;
}
