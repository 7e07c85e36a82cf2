import {selectedThread} from '../mattermost/host-state.js';
import type {Services} from '../services.js';
import {type StartAt, startAboutPost, startInChannel, startInThread} from './start-at.js';

/** What the page calls when one of our places is pressed. */
export interface StartActions {
  inChannel: (channel?: {id: string} | null) => void;
  inChannelById: (channelId: string) => void;
  /** In the Threads view there is no channel: the thread counts. */
  fromAppBar: (channel?: {id: string} | null) => void;
  aboutPost: (postId: string) => void;
  canBeAbout: (postId: string) => boolean;
}

/** While nothing is configured, what starts meetings for others takes an administrator to the settings. */
export function createStartActions({api, host, page, state, startMeeting}: Services): StartActions {
  const start = (place: StartAt | undefined): void => {
    const {client} = state.get();
    if (client?.configured === false) {
      if (client.is_admin) page.navigate(client.settings_path);
      else state.change({notice: {kind: 'trouble', text: {key: 'zoom.notice.notConfigured'}}});
    } else if (place === undefined) {
      state.change({notice: {kind: 'trouble', text: {key: 'zoom.notice.choosePlace'}}});
    } else {
      void startMeeting(place);
    }
  };
  const openChannel = (): string => host.getState().entities.channels.currentChannelId;
  const inChannel = (channel?: {id: string} | null): void => {
    const id = channel?.id ?? openChannel();
    start(id === '' ? undefined : startInChannel(id));
  };
  return {
    inChannel,
    inChannelById: (channelId) => start(startInChannel(channelId)),
    fromAppBar(channel) {
      if (channel) return inChannel(channel);
      const thread = selectedThread(host.getState());
      return start(thread === undefined ? undefined : startInThread(thread, api));
    },
    aboutPost(postId) {
      const post = host.getState().entities.posts.posts[postId];
      if (post !== undefined) start(startAboutPost(post));
    },
    canBeAbout(postId) {
      const post = host.getState().entities.posts.posts[postId];
      const isWritten =
        post !== undefined && post.state !== 'DELETED' && !/^(system_|custom_zoom)/.test(post.type ?? '');
      return isWritten && state.get().client?.configured === true;
    },
  };
}
