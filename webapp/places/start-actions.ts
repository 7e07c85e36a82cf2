import {CARD_POST_TYPE} from '../../contract/post-props.js';
import {currentChannel, selectedThread} from '../mattermost/host-state.js';
import {placeRefusal} from '../mattermost/place.js';
import type {HostPost} from '../mattermost/registry.js';
import type {Cause} from '../state/cause.js';
import type {Services} from '../services.js';
import type {TextKey} from '../text/catalogue.js';
import {startAboutPost, startInChannel, startInThread} from '../start/start-points.js';
import type {StartAt} from '../state/start-at.js';

/** What the page calls when one of our places is pressed. */
export interface StartActions {
  inChannel: (channel?: {id: string} | null) => void;
  inChannelById: (channelId: string) => void;
  /** In the Threads view there is no channel: the thread counts. */
  fromAppBar: (channel?: {id: string} | null) => void;
  aboutPost: (postId: string) => void;
  canBeAbout: (postId: string) => boolean;
}

/** While nothing is configured, these places take an administrator to the settings instead. */
export function createStartActions({api, host, page, state, startMeeting}: Services): StartActions {
  const say = (key: TextKey, cause: Cause): void =>
    state.change({notice: {kind: 'trouble', text: {key}, cause}});
  const isConfigured = (): boolean => {
    const {client} = state.get();
    if (client?.configured !== false) return true;
    if (client.is_admin) page.navigate(client.settings_path);
    else say('zoom.notice.notConfigured', {kind: 'settings', known: client});
    return false;
  };
  const start = (place: StartAt | undefined): void => {
    if (!isConfigured()) return;
    if (place === undefined) say('zoom.notice.choosePlace', {kind: 'nowhere'});
    else void startMeeting(place);
  };
  /** The page shows no button where a start would be refused, but it may learn too late that a channel was archived. */
  const startIn = (channelId: string, place = startInChannel(channelId)): void => {
    const refusal = placeRefusal(host.getState(), channelId);
    if (refusal === undefined) start(place);
    else say(`zoom.notice.${refusal}`, {kind: 'channel', channelId: currentChannel(host.getState())});
  };
  const inChannel = (channel?: {id: string} | null): void => {
    const id = channel?.id ?? currentChannel(host.getState());
    if (id === '') start(undefined);
    else startIn(id);
  };
  return {
    inChannel,
    inChannelById: (channelId) => startIn(channelId),
    fromAppBar(channel) {
      if (channel) return inChannel(channel);
      const thread = selectedThread(host.getState());
      return start(thread === undefined ? undefined : startInThread(thread, api));
    },
    aboutPost(postId) {
      const post = host.getState().entities.posts.posts[postId];
      if (post !== undefined) startIn(post.channel_id, startAboutPost(post));
    },
    canBeAbout(postId) {
      const post = host.getState().entities.posts.posts[postId];
      if (post === undefined || post.state === 'DELETED' || saysNothing(post)) return false;
      const isPossible = placeRefusal(host.getState(), post.channel_id) === undefined;
      return isPossible && state.get().client?.configured === true;
    },
  };
}

/** Posts that nobody wrote: the page's own, and cards. */
const saysNothing = ({type = ''}: HostPost): boolean => type.startsWith('system_') || type === CARD_POST_TYPE;
