import type {ClientInfo} from '../../contract/client-info.js';
import {currentChannel, type HostState, selectedThread} from '../mattermost/host-state.js';
import {isInSight} from '../mattermost/place.js';
import type {ClientState} from './client-state.js';
import type {Observable} from './observable.js';
import type {Cause} from './cause.js';

/** What may have taken a cause away. */
export type Happening =
  | {kind: 'answered'}
  | {kind: 'client'; client: ClientInfo | undefined}
  | {kind: 'page'; page: HostState}
  | {kind: 'read'};

function isGone(cause: Cause, now: Happening): boolean {
  switch (cause.kind) {
    case 'connection':
      return now.kind === 'answered';
    case 'settings':
      return now.kind === 'client' && now.client !== cause.known && now.client?.configured === true;
    case 'channel':
      return now.kind === 'page' && currentChannel(now.page) !== cause.channelId;
    case 'nowhere':
      return (
        now.kind === 'page' && (currentChannel(now.page) !== '' || selectedThread(now.page) !== undefined)
      );
    case 'out-of-sight':
      return now.kind === 'page' && isInSight(now.page, cause.place);
    case 'news':
      return now.kind === 'read';
    case 'lasting':
      return false;
  }
}

/** Lets the notice go whose cause has gone. Its words stay for those who hear the page: only the eye is done with it. */
export function settle(state: Observable<ClientState>, now: Happening): void {
  const {notice} = state.get();
  if (notice === undefined || notice.isOver === true || !isGone(notice.cause, now)) return;
  state.change({notice: {...notice, isOver: true}});
}
