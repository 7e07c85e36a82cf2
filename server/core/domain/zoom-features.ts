/** An event that an app can subscribe to: its name in the payload, and its title in Zoom's Marketplace. */
export interface ZoomEvent {
  name: string;
  title: string;
}

interface ZoomFeature {
  events: readonly ZoomEvent[];
  /** What Zoom wants of an app before it offers these events; calls name their own (ports/zoom/endpoint.ts). */
  scopes: readonly {granular: string; classic: readonly string[]}[];
  /** Only other systems make use of it. */
  isOfApi?: true;
  /** It reaches other people's, so that nobody's consent for themselves alone can cover it. */
  isOfAccount?: true;
}

const PEOPLE_SCOPES = [{granular: 'meeting:read:participant', classic: ['meeting:read']}];
const about = (what: string, title: string): ZoomEvent => ({name: `meeting.participant_${what}`, title});

/**
 * What an administrator may do without. Everything else needs the scopes of the calls that name no feature, and
 * NEEDED_EVENTS. people: who is in a meeting · waiting: who waits, to be let in or for the host · end: to end a
 * meeting from its card · cancel: to take a meeting back · attendance: who took part where webhooks were lost ·
 * import: meetings that exist become cards · webinars: so do webinars · invitation: Zoom's own invitation text ·
 * registration: to register people. The others are of the API alone: edit: to schedule and change meetings and
 * webinars · recordings · summaries · users, phone, chat: what belongs to the whole account
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
  import: {
    events: [
      {name: 'meeting.updated', title: 'Meeting has been updated'},
      {name: 'meeting.deleted', title: 'Meeting has been deleted'},
    ],
    scopes: [{granular: 'meeting:read:meeting', classic: ['meeting:read']}],
  },
  webinars: {
    events: [
      {name: 'webinar.started', title: 'Webinar Started'},
      {name: 'webinar.ended', title: 'Webinar Ended'},
      {name: 'webinar.updated', title: 'Webinar has been updated'},
      {name: 'webinar.deleted', title: 'Webinar has been deleted'},
      {name: 'webinar.participant_joined', title: 'Webinar participant joined'},
      {name: 'webinar.participant_left', title: 'Webinar participant left'},
    ],
    scopes: [{granular: 'webinar:read:webinar', classic: ['webinar:read']}],
  },
  invitation: {events: [], scopes: []},
  registration: {events: [], scopes: []},
  edit: {events: [], scopes: [], isOfApi: true},
  recordings: {events: [], scopes: [], isOfApi: true},
  summaries: {events: [], scopes: [], isOfApi: true},
  users: {events: [], scopes: [], isOfApi: true, isOfAccount: true},
  phone: {events: [], scopes: [], isOfApi: true, isOfAccount: true},
  chat: {events: [], scopes: [], isOfApi: true},
} as const satisfies Readonly<Record<string, ZoomFeature>>;

export type ZoomFeatureName = keyof typeof ZOOM_FEATURES;
export const ZOOM_FEATURE_NAMES = Object.keys(ZOOM_FEATURES) as ZoomFeatureName[];

const features: Readonly<Record<ZoomFeatureName, ZoomFeature>> = ZOOM_FEATURES;

export const eventsOf = (feature: ZoomFeatureName): readonly ZoomEvent[] => features[feature].events;

export const isOfApi = (feature: ZoomFeatureName): boolean => features[feature].isOfApi === true;

export const isOfAccount = (feature: ZoomFeatureName): boolean => features[feature].isOfAccount === true;
