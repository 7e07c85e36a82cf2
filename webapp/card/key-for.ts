import type {TextKey} from '../text/catalogue.js';
import type {CardView} from './parse-card.js';

/** What is said otherwise of a webinar. In some languages even the word for its state is another one. */
const OF_WEBINARS: {readonly [Key in TextKey]?: TextKey} = {
  'zoom.card.label': 'zoom.webinar.label',
  'zoom.card.ended': 'zoom.webinar.ended',
  'zoom.card.cancelled': 'zoom.webinar.cancelled',
  'zoom.card.unknown': 'zoom.webinar.unknown',
  'zoom.card.started': 'zoom.webinar.started',
  'zoom.card.startedJustNow': 'zoom.webinar.startedJustNow',
  'zoom.card.endedAt': 'zoom.webinar.endedAt',
  'zoom.card.endedOn': 'zoom.webinar.endedOn',
  'zoom.card.endedUnknown': 'zoom.webinar.endedUnknown',
  'zoom.card.unknownToZoom': 'zoom.webinar.unknownToZoom',
  'zoom.card.nobodyBegan': 'zoom.webinar.nobodyBegan',
  'zoom.card.inMeeting': 'zoom.webinar.inMeeting',
  'zoom.card.end': 'zoom.webinar.end',
  'zoom.card.meetingId': 'zoom.webinar.meetingId',
};

/** The text for this card, where there are two. */
export const keyFor = ({isWebinar}: Pick<CardView, 'isWebinar'>, key: TextKey): TextKey =>
  (isWebinar ? OF_WEBINARS[key] : undefined) ?? key;
