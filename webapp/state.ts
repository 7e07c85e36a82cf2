import type {ClientInfo} from './api/client-info.js';
import type {ExistingMeeting} from './api/existing-meeting.js';
import type {StartWish} from './api/create-api.js';
import type {GlobalState, UserProfile} from './mattermost/global-state.js';

/** What a person reads at the edge of the page; `link` is one that they may follow. */
export interface Notice {
  text: string;
  link?: string;
}

/** What the script knows, in Mattermost's own store below `plugins-zoom`. */
export interface ZoomState {
  client?: ClientInfo;
  /** Channels in which a start is under way. */
  busy: Readonly<Record<string, true>>;
  notice?: Notice | undefined;
  /** A start that waits for a decision. */
  question?: {wish: StartWish; meeting: ExistingMeeting} | undefined;
  /** For screen readers. */
  announcement: string;
  /** Authors that the store did not know. */
  authors: Readonly<Record<string, UserProfile>>;
}

export type ZoomAction = {type: 'zoom/changed'; change: (state: ZoomState) => ZoomState};

const EMPTY: ZoomState = {busy: {}, announcement: '', authors: {}};

/** One kind of action: what it does travels with it, so that the script has its rules in one place each. */
export const reducer = (state: unknown, action: {type: string}): ZoomState => {
  const current = (state as ZoomState | undefined) ?? EMPTY;
  return action.type === 'zoom/changed' ? (action as ZoomAction).change(current) : current;
};

export const changed = (change: (state: ZoomState) => ZoomState): ZoomAction => ({
  type: 'zoom/changed',
  change,
});

export const zoomState = (state: GlobalState): ZoomState =>
  (state as {'plugins-zoom'?: ZoomState})['plugins-zoom'] ?? EMPTY;
