import {createClientView} from './client-view.js';
import type {Listeners} from './listeners.js';
import type {ClientView, ZoomServer} from './zoom-server.js';

const EVERY_MS = 500;

interface Held {
  zoom: ZoomServer;
  session: string;
  leaveUrl: string;
  language: string;
  listeners: Listeners;
}

/** Shows the meeting until somebody leaves or it is over. @returns how to leave */
export function holdMeeting({zoom, session, leaveUrl, language, listeners}: Held): () => Promise<void> {
  const leave = async (): Promise<void> => {
    stop();
    await zoom.leave(session).catch(() => undefined);
    location.assign(leaveUrl);
  };
  const view = createClientView(language, () => void leave());
  const close = (): void => zoom.leaveAtOnce(session);
  const stop = (): void => {
    clearInterval(looking);
    removeEventListener('pagehide', close);
  };
  let state: ClientView['state'] | undefined;
  const look = async (): Promise<void> => {
    // What cannot be asked now is asked again.
    const seen = await zoom.view(session).catch(() => undefined);
    if (seen === undefined) return;
    view.draw(seen);
    if (seen.state !== state) tell(listeners, seen.state);
    state = seen.state;
    if (state === 'over' || state === 'removed') stop();
  };
  const looking = setInterval(() => void look(), EVERY_MS);
  addEventListener('pagehide', close);
  void look();
  return leave;
}

function tell(listeners: Listeners, state: ClientView['state']): void {
  if (state === 'waitingRoom') listeners.tell('onUserIsInWaitingRoom', {});
  else listeners.tell('onMeetingStatus', {meetingStatus: state === 'in' ? 2 : 3});
}
