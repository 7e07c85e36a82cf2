import {createMeeting} from './endpoints/create-meeting.js';
import {findUser} from './endpoints/find-user.js';
import {getMeeting} from './endpoints/get-meeting.js';
import {getPastMeeting} from './endpoints/get-past-meeting.js';
import {startLink} from './endpoints/start-link.js';

/** Every call of Zoom's REST API that the product makes. */
export const endpoints = {findUser, createMeeting, getMeeting, getPastMeeting, startLink};
