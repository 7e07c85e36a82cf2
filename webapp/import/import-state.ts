import type {ImportItem} from '../../contract/import.js';
import type {Place} from '../mattermost/place.js';
import type {PanelTextKey} from '../text/use-panel-text.js';

/** What the panel can list; each is asked for by itself. */
export const LISTS = {
  meetings: {kind: 'meeting', when: 'upcoming'},
  webinars: {kind: 'webinar', when: 'upcoming'},
  'past-webinars': {kind: 'webinar', when: 'past'},
} as const;
export type ListName = keyof typeof LISTS;

/** A sentence of the server's in the reader's language, or one of the panel's own. */
export type Words = string | {key: PanelTextKey; values?: Readonly<Record<string, string | number>>};

/** As much of a list as has been asked for. */
export interface Listing {
  items: readonly ImportItem[];
  /** Names the next page; `undefined`: there is none, or nothing is known yet. */
  next: string | undefined;
  /** Asked for the first time or once more: what is there stays while more is loaded. */
  state: 'unasked' | 'loading' | 'loaded' | 'failed';
  /** Why it failed. */
  trouble: Words | undefined;
}

/** A picture that was chosen, read and found to be one. */
export interface ChosenPicture {
  name: string;
  base64: string;
  /** For the preview. */
  dataUrl: string;
}

/** Something that is to become a card, and what was written for it. */
export interface Draft {
  item: ImportItem;
  title: string;
  description: string;
  picture: ChosenPicture | undefined;
  /** Why the file that was chosen last is not taken. */
  pictureTrouble: Words | undefined;
}

/** What became of it. `channel`: its name, where it has one. */
export type Outcome =
  | {kind: 'posting'}
  | {kind: 'posted'; place: Place; postId: string}
  /** Another card of it is there already. */
  | {kind: 'here'; words: Words; place: Place; postId: string | undefined}
  | {kind: 'failed'; words: Words};

/** How far a run has come. */
export interface Run {
  done: number;
  of: number;
}

/** All that the panel knows. It outlives the panel: people look at a thread in between, and come back. */
export interface ImportState {
  /** The thread that it was opened from; `undefined`: whatever channel is open. */
  thread: Place | undefined;
  /** How often it was opened. */
  opened: number;
  list: ListName;
  lists: Readonly<Record<ListName, Listing>>;
  search: string;
  /** In the order in which they were chosen, by {@link keyOf}. */
  drafts: ReadonlyMap<string, Draft>;
  outcomes: ReadonlyMap<string, Outcome>;
  run: Run | undefined;
  /** Why the last run ended before all were tried. */
  stopped: Words | undefined;
  /** How many the last run was to post, and has; `undefined`: nothing was posted since the panel was opened. */
  summary: Run | undefined;
}

const UNASKED: Listing = {items: [], next: undefined, state: 'unasked', trouble: undefined};

export const initialImport: ImportState = {
  thread: undefined,
  opened: 0,
  list: 'meetings',
  lists: {meetings: UNASKED, webinars: UNASKED, 'past-webinars': UNASKED},
  search: '',
  drafts: new Map(),
  outcomes: new Map(),
  run: undefined,
  stopped: undefined,
  summary: undefined,
};

/** A meeting and a webinar never have the same number, but nobody promises it. */
export const keyOf = ({kind, number}: Pick<ImportItem, 'kind' | 'number'>): string => `${kind} ${number}`;
