import type {ImportItem} from '../../contract/import.js';
import type {Api} from '../api/create-api.js';
import type {Place} from '../mattermost/place.js';
import {createObservable, type Observable} from '../state/observable.js';
import {
  type ChosenPicture,
  type Draft,
  type ImportState,
  initialImport,
  keyOf,
  type Listing,
  type ListName,
  LISTS,
  type Words,
} from './import-state.js';
import {postCards, type PostCardsDeps} from './post-cards.js';
import {wordsOf} from './words-of.js';

/** What people write for a card. */
export type DraftChange = Partial<Pick<Draft, 'title' | 'description' | 'picture' | 'pictureTrouble'>>;

/** Brings what people have planned in Zoom here; the panel draws what it knows. */
export interface Importer {
  state: Observable<ImportState>;
  /** `thread`: it was opened from one. What was chosen before stays. */
  open(thread: Place | undefined): void;
  leaveThread(): void;
  /** Asks for it where it has not been asked for, or not been answered. */
  show(list: ListName): void;
  search(words: string): void;
  loadMore(): Promise<void>;
  /** Asks for the list from its beginning. */
  refresh(): Promise<void>;
  choose(item: ImportItem, isChosen: boolean): void;
  write(item: ImportItem, change: DraftChange): void;
  takePicture(item: ImportItem, file: File): Promise<void>;
  post(place: Place): Promise<void>;
}

interface ImporterDeps {
  api: Pick<Api, 'importable' | 'importOne'>;
  askForMany: PostCardsDeps['askForMany'];
  readPicture: (file: File) => Promise<{picture: ChosenPicture} | {trouble: Words}>;
}

/** Without any drawing. */
export function createImporter({api, askForMany, readPicture}: ImporterDeps): Importer {
  const state = createObservable(initialImport);
  const lists = createLists(api, state);
  const write: Importer['write'] = (item, change) => {
    const draft = state.get().drafts.get(keyOf(item));
    if (draft === undefined) return;
    state.change({drafts: new Map(state.get().drafts).set(keyOf(item), {...draft, ...change})});
  };
  return {
    state,
    ...lists,
    open: (thread) => state.change({thread, opened: state.get().opened + 1, summary: undefined}),
    leaveThread: () => state.change({thread: undefined}),
    search: (search) => state.change({search}),
    write,
    choose(item, isChosen) {
      const [drafts, outcomes] = [new Map(state.get().drafts), new Map(state.get().outcomes)];
      outcomes.delete(keyOf(item));
      if (isChosen) drafts.set(keyOf(item), emptyDraft(item));
      else drafts.delete(keyOf(item));
      state.change({drafts, outcomes, stopped: undefined, summary: undefined});
    },
    async takePicture(item, file) {
      const read = await readPicture(file);
      const isRead = 'picture' in read;
      write(item, isRead ? {...read, pictureTrouble: undefined} : {pictureTrouble: read.trouble});
    },
    post: (place) => postCards({api, state, askForMany}, place),
  };
}

const emptyDraft = (item: ImportItem): Draft => ({
  item,
  title: '',
  description: '',
  picture: undefined,
  pictureTrouble: undefined,
});

type Lists = Pick<Importer, 'show' | 'loadMore' | 'refresh'>;

function createLists(api: ImporterDeps['api'], state: Observable<ImportState>): Lists {
  const change = (list: ListName, parts: Partial<Listing>): void => {
    const {lists} = state.get();
    state.change({lists: {...lists, [list]: {...lists[list], ...parts}}});
  };
  const ask = async (list: ListName, page: string | undefined): Promise<void> => {
    if (state.get().lists[list].state === 'loading') return;
    change(list, {state: 'loading', trouble: undefined});
    const answer = await api.importable({...LISTS[list], page});
    if (answer.kind !== 'answer') {
      change(list, {state: 'failed', trouble: wordsOf(answer, {key: 'zoom.panel.silent'})});
      return;
    }
    const {items, next} = answer.value;
    const before = page === undefined ? [] : state.get().lists[list].items;
    change(list, {state: 'loaded', items: withoutTwins([...before, ...items]), next});
  };
  return {
    show(list) {
      state.change({list});
      const {state: asked, items} = state.get().lists[list];
      if (asked === 'unasked' || (asked === 'failed' && items.length === 0)) void ask(list, undefined);
    },
    loadMore() {
      const {list, lists} = state.get();
      return ask(list, lists[list].next);
    },
    refresh: () => ask(state.get().list, undefined),
  };
}

/** Pages overlap when something was planned in between. */
const withoutTwins = (items: readonly ImportItem[]): readonly ImportItem[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
