import {eventsOf, ZOOM_FEATURE_NAMES, type ZoomEvent} from './zoom-features.js';

/** What the app has to subscribe to. */
export const NEEDED_EVENTS = [
  {name: 'meeting.started', title: 'Start Meeting'},
  {name: 'meeting.ended', title: 'End Meeting'},
] as const;

/** All that the product makes use of. */
export const KNOWN_EVENTS: readonly ZoomEvent[] = [...NEEDED_EVENTS, ...ZOOM_FEATURE_NAMES.flatMap(eventsOf)];
