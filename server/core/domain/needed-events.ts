/** What the app has to subscribe to: the name in the payload, and the title under which Zoom's Marketplace lists it. */
export const NEEDED_EVENTS = [
  {name: 'meeting.started', title: 'Start Meeting'},
  {name: 'meeting.ended', title: 'End Meeting'},
] as const;
