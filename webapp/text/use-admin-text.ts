import {createContext, useContext} from 'react';
import type {FetchedKey} from './fetched-texts.js';
import type {Say} from './use-text.js';

/** The name of a text that only the set-up page has, as in `webapp/messages/admin/en.json`. */
export type AdminTextKey = FetchedKey<'admin'>;

/** Set once the file is loaded. */
export const AdminTextContext = createContext<Say<AdminTextKey> | undefined>(undefined);

/** @throws outside of the set-up page */
export function useAdminText(): Say<AdminTextKey> {
  const say = useContext(AdminTextContext);
  if (say === undefined) throw new Error('A component of the set-up page was drawn without its texts.');
  return say;
}
