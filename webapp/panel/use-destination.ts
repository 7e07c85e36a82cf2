import {useSelector} from 'react-redux';
import {currentChannel, type HostChannel, type HostState} from '../mattermost/host-state.js';
import type {Place} from '../mattermost/place.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';

interface Destination {
  place: Place;
  isThread: boolean;
  /** For texts that name it. */
  words: {place: 'thread' | 'channel' | 'direct'; channel: string};
}

/** Where cards go: the thread from which the panel was opened, or the channel that is open by now. */
export function useDestination(): Destination {
  const {importer} = useServices();
  const thread = useObservable(importer.state, (state) => state.thread);
  const open = useSelector<HostState, string>(currentChannel);
  const place = thread ?? {channelId: open, rootId: ''};
  const channel = useSelector<HostState, HostChannel | undefined>(
    ({entities}) => entities.channels.channels?.[place.channelId],
  );
  const isDirect = channel === undefined || ['D', 'G'].includes(channel.type);
  const name = channel?.display_name || channel?.name || '';
  return {
    place,
    isThread: thread !== undefined,
    words: {place: thread !== undefined ? 'thread' : isDirect ? 'direct' : 'channel', channel: name},
  };
}
