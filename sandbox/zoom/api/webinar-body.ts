import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedWebinar} from '../state/records.js';
import {gatheringBody, joinUrl} from './gathering-body.js';

/** Of webinars of which nothing was said. */
const SETTINGS = {
  host_video: false,
  panelists_video: false,
  practice_session: false,
  hd_video: false,
  approval_type: 2,
  audio: 'both',
  auto_recording: 'none',
  enforce_login: false,
  enforce_login_domains: '',
  alternative_hosts: '',
  close_registration: false,
  show_share_button: true,
  allow_multiple_devices: true,
  on_demand: false,
  registrants_confirmation_email: true,
  registrants_restrict_number: 0,
  registrants_email_notification: true,
  meeting_authentication: false,
  panelist_authentication: false,
  question_and_answer: {enable: true, allow_anonymous_questions: true},
  post_webinar_survey: false,
  notify_registrants: true,
};

/** A webinar as REST shows it. It has no status: whether it runs is told by webhooks alone. */
export function webinarBody(
  state: SimulatorState,
  webinar: SimulatedWebinar,
  hasPastDates = false,
): Record<string, unknown> {
  const {number, password, encryptedPassword, settings} = webinar;
  return {
    ...gatheringBody(state, webinar, hasPastDates),
    start_url: `${state.url}/s/${number}?zak=${state.ids.secret()}`,
    join_url: joinUrl(state, webinar),
    password,
    encrypted_passcode: encryptedPassword,
    h323_passcode: password,
    pstn_passcode: password,
    is_simulive: false,
    settings: {...SETTINGS, ...settings},
  };
}
