import type {ImportItem} from '../../contract/import.js';
import {foundItems} from '../import/found-items.js';
import type {Listing, ListName} from '../import/import-state.js';
import {useReader} from '../mattermost/use-reader.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';

interface Shown {
  list: ListName;
  listing: Listing;
  search: string;
  /** Those of it that are searched for; all of them where nobody searches. */
  found: readonly ImportItem[];
}

/** The list that is shown. */
export function useListing(): Shown {
  const {importer} = useServices();
  const {locale} = useReader();
  const list = useObservable(importer.state, (state) => state.list);
  const listing = useObservable(importer.state, ({lists}) => lists[list]);
  const search = useObservable(importer.state, (state) => state.search);
  return {list, listing, search, found: foundItems(listing.items, search, locale)};
}
