/** An event that an app can subscribe to: its name in the payload, and its title in Zoom's Marketplace. */
export interface ZoomEvent {
  name: string;
  title: string;
}

interface ZoomFeature {
  events: readonly ZoomEvent[];
  /** What Zoom wants of an app before it offers these events; calls name their own (ports/zoom/endpoint.ts). */
  scopes: readonly {granular: string; classic: readonly string[]}[];
}

const PEOPLE_SCOPES = [{granular: 'meeting:read:participant', classic: ['meeting:read']}];
const about = (what: string, title: string): ZoomEvent => ({name: `meeting.participant_${what}`, title});

/**
 * What an administrator may do without. Everything else needs the scopes of the calls that name no feature, and
 * NEEDED_EVENTS. people: who is in a meeting · waiting: who waits, to be let in or for the host · end: to end a meeting
 * from its card · cancel: to take a meeting back · attendance: who took part where webhooks were lost
 */
export const ZOOM_FEATURES = {
  people: {
    events: [
      about('joined', 'Participant/Host joined meeting'),
      about('left', 'Participant/Host left meeting'),
      about('joined_breakout_room', 'Participant/Host joined breakout room'),
      about('left_breakout_room', 'Participant/Host left breakout room'),
    ],
    scopes: PEOPLE_SCOPES,
  },
  waiting: {
    events: [
      about('joined_waiting_room', 'Participant joined waiting room'),
      about('left_waiting_room', 'Participant left waiting room'),
      about('admitted', 'Participant admitted from waiting room'),
      about('put_in_waiting_room', 'Participant put in waiting room'),
      about('jbh_waiting', 'Participant waiting for host'),
      about('jbh_waiting_left', 'Participant waiting for host left'),
      about('jbh_joined', 'Participant joined before host'),
    ],
    scopes: PEOPLE_SCOPES,
  },
  end: {events: [], scopes: []},
  cancel: {events: [], scopes: []},
  attendance: {events: [], scopes: []},
} as const satisfies Readonly<Record<string, ZoomFeature>>;

export type ZoomFeatureName = keyof typeof ZOOM_FEATURES;
export const ZOOM_FEATURE_NAMES = Object.keys(ZOOM_FEATURES) as ZoomFeatureName[];

export const eventsOf = (feature: ZoomFeatureName): readonly ZoomEvent[] => ZOOM_FEATURES[feature].events;
