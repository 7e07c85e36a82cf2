import {ownSettings} from '../scheduling/plan-snapshot.js';
import type {SimulatorState} from '../state/create-state.js';
import type {SimulatedMeeting} from '../state/records.js';
import {gatheringBody, joinUrl} from './gathering-body.js';

/** Of meetings of which nothing was said. */
const SETTINGS = {
  host_video: false,
  participant_video: false,
  cn_meeting: false,
  in_meeting: false,
  jbh_time: 0,
  mute_upon_entry: false,
  watermark: false,
  use_pmi: false,
  approval_type: 2,
  audio: 'both',
  auto_recording: 'none',
  enforce_login: false,
  enforce_login_domains: '',
  alternative_hosts: '',
  alternative_host_update_polls: false,
  close_registration: false,
  show_share_button: false,
  allow_multiple_devices: false,
  registrants_confirmation_email: true,
  registrants_email_notification: true,
  meeting_authentication: false,
  encryption_type: 'enhanced_encryption',
  approved_or_denied_countries_or_regions: {enable: false},
  breakout_room: {enable: false},
  alternative_hosts_email_notification: true,
  meeting_invitees: [],
  private_meeting: false,
  email_notification: true,
};

/** A meeting as REST shows it: the number is a JSON number, and the start link is a new one each time. */
export function meetingBody(
  state: SimulatorState,
  url: string,
  meeting: SimulatedMeeting,
  hasPastDates = false,
): Record<string, unknown> {
  const {type, number, settings, password, encryptedPassword} = meeting;
  const host = state.users.find((user) => user.id === meeting.hostId);
  return {
    ...gatheringBody(state, meeting, hasPastDates),
    status: meeting.status,
    start_url: `${url}/s/${number}?zak=${state.ids.secret()}`,
    join_url: joinUrl(state, meeting),
    password,
    encrypted_password: encryptedPassword,
    h323_password: password,
    pstn_password: password,
    ...(settings.use_pmi === true && host !== undefined && {pmi: String(host.pmi)}),
    settings: {
      ...SETTINGS,
      ...settings,
      ...(type === 4 && {use_pmi: true}),
      ...ownSettings(meeting),
    },
  };
}
