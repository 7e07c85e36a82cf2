type Listener = (data: unknown) => void;

/** Of those that Zoom has, the ones that something happens to here. */
type ListenedEvent = 'onMeetingStatus' | 'onUserIsInWaitingRoom';

export interface Listeners {
  add: (event: string, listener: Listener) => void;
  tell: (event: ListenedEvent, data: object) => void;
}

/** `onMeetingStatus` tells 1 connecting · 2 connected · 3 disconnected, in `meetingStatus`. */
export function createListeners(): Listeners {
  const all: {event: string; listener: Listener}[] = [];
  return {
    add: (event, listener) => void all.push({event, listener}),
    tell: (event, data) => all.filter((one) => one.event === event).forEach(({listener}) => listener(data)),
  };
}
