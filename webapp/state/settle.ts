import type {ClientInfo} from '../../contract/client-info.js';
import {currentChannel, type HostState, selectedThread} from '../mattermost/host-state.js';
import {isInSight} from '../mattermost/place.js';
import type {ClientState} from './client-state.js';
import type {Observable} from './observable.js';
import type {Cause} from './cause.js';

/** What may have removed a cause. */
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

/** Hides a notice whose cause is gone. Its words stay for screen readers. */
export function settle(state: Observable<ClientState>, now: Happening): void {
  const {notice} = state.get();
  if (notice === undefined || notice.isOver === true || !isGone(notice.cause, now)) return;
  state.change({notice: {...notice, isOver: true}});
}
