import type {Theme} from '../../../sandbox/page/themes.js';
import type {HostState} from '../../../webapp/mattermost/host-state.js';
import type {HostPost} from '../../../webapp/mattermost/registry.js';

/** What a test says about the page before the script runs. */
export interface Scene {
  locale: string;
  state: HostState;
  /** Calls of the registry that this page does not have. */
  without: readonly string[];
  posts: readonly HostPost[];
  compact: boolean;
  theme: Theme;
  /** The System Console instead of the chat: what its section holds, by the keys of the settings. */
  settings?: Readonly<Record<string, string>>;
  /** A page of a plugin's own instead of the chat, as it was registered. */
  route?: string;
}
