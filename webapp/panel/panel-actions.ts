import {currentChannel} from '../mattermost/host-state.js';
import type {Place} from '../mattermost/place.js';
import type {RightHandSide, SlashCommandHook} from '../mattermost/registry.js';
import type {Services} from '../services.js';

/** What the page calls where the panel can be opened. */
interface PanelActions {
  /** The panel is in this right-hand side from now on; call the answer before it is taken away. */
  standIn: (side: RightHandSide) => () => void;
  /** In the menu of a message box, which may be that of a thread. */
  fromMessageBox: () => void;
  fromChannel: () => void;
  /** `/zoom import` opens the panel; everything else goes its way. */
  onCommand: SlashCommandHook;
}

const COMMAND = /^\/zoom\s+import$/i;

/** The panel has one place, and several ways to it. */
export function createPanelActions({host, importer, page, state}: Services): PanelActions {
  let side: RightHandSide | undefined;
  const open = (thread: Place | undefined): void => {
    importer.open(thread);
    host.dispatch(side?.showRHSPlugin);
  };
  /** Where no channel is open, as in the Threads view, the page shows nothing there. */
  const canOpen = (): boolean => side !== undefined && currentChannel(host.getState()) !== '';
  const openOrSay = (thread?: Place): void => {
    if (canOpen()) open(thread);
    else
      state.change({
        notice: {kind: 'trouble', text: {key: 'zoom.import.openChannel'}, cause: {kind: 'nowhere'}},
      });
  };
  /** The thread that is in the right-hand side now. */
  const threadAside = (): Place | undefined => {
    const {views, entities} = host.getState();
    const rootId = views?.rhs?.selectedPostId ?? '';
    const channelId = entities.posts.posts[rootId]?.channel_id;
    return channelId === undefined ? undefined : {channelId, rootId};
  };
  return {
    standIn(given) {
      side = given;
      return () => {
        host.dispatch(given.hideRHSPlugin);
        side = undefined;
      };
    },
    fromMessageBox: () => openOrSay(page.isPressedAside() ? threadAside() : undefined),
    fromChannel: () => openOrSay(),
    onCommand(message, args) {
      if (!COMMAND.test(message.trim()) || !canOpen()) return {message, args};
      const {channel_id: channelId, root_id: rootId = ''} = args;
      open(rootId === '' ? undefined : {channelId, rootId});
      return {};
    },
  };
}
