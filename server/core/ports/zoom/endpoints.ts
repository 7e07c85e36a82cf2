import {createMeeting} from './endpoints/create-meeting.js';
import {deleteMeeting} from './endpoints/delete-meeting.js';
import {endMeeting} from './endpoints/end-meeting.js';
import {endWebinar} from './endpoints/end-webinar.js';
import {findUser} from './endpoints/find-user.js';
import {meeting} from './endpoints/meeting.js';
import {pastMeeting} from './endpoints/past-meeting.js';
import {pastParticipants} from './endpoints/past-participants.js';
import {personalMeeting} from './endpoints/personal-meeting.js';
import {startLink} from './endpoints/start-link.js';
import {webinarStartLink} from './endpoints/webinar-start-link.js';

/** Every call of Zoom's REST API that the product makes: a line here is a method of the port. */
export const endpoints = {
  /** The subject, as Zoom knows them; `undefined`: Zoom knows no such user in this account. */
  findUser,
  /** An instant meeting that the subject hosts. */
  createMeeting,
  /** By number: what runs or is to come; `undefined`: no such meeting any more. */
  meeting,
  /** By personal meeting ID; `undefined`: there is none, or it is switched off. */
  personalMeeting,
  /** By UUID; `undefined`: Zoom knows no ended occurrence of that UUID. */
  pastMeeting,
  /** By UUID of an ended occurrence: who was in it; `undefined`: Zoom knows nothing of it, or not yet. */
  pastParticipants,
  /** By number: the host's `start_url`, a sign-in by itself; `undefined`: no such meeting any more. */
  startLink,
  /** The same, of a webinar. */
  webinarStartLink,
  /** By number; `undefined`: no such meeting any more. */
  endMeeting,
  /** The same, of a webinar. */
  endWebinar,
  /** By number. */
  deleteMeeting,
};
