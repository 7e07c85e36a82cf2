import {asksForRegistration, type Registrant} from '../state/gathering.js';
import {findMeeting} from '../state/add-meeting.js';
import {findWebinar} from '../state/add-webinar.js';
import type {SimulatorState} from '../state/create-state.js';
import {type AnyGathering, isWebinar} from '../state/records.js';
import type {JoinRequest} from './join-request.js';
import {readSignature} from './read-signature.js';
import type {SdkErrorName} from './sdk-errors.js';

/** The meeting or webinar that they may join, else why not. Everything is asked that Zoom asks. */
export async function judgeJoin(
  state: SimulatorState,
  request: JoinRequest,
): Promise<AnyGathering | SdkErrorName> {
  const {signature, meetingNumber} = request;
  const claims = await readSignature(signature, state.account, state.clock);
  if (typeof claims === 'string') return claims;
  if (String(claims.mn) !== meetingNumber) return 'SIGNATURE_INVALID';
  const gathering = findWebinar(state, meetingNumber) ?? findMeeting(state, meetingNumber);
  if (gathering === undefined) return 'ERROR_NOT_EXIST';
  // Only a host's own token (ZAK) makes one the host, and nobody hands one in here.
  if (claims.role === 1) return 'ERROR_NOT_HOST';
  return obstacle(state, gathering, request) ?? gathering;
}

/** In the order in which Zoom is taken to look. */
function obstacle(
  {users, account}: SimulatorState,
  gathering: AnyGathering,
  {passWord, userEmail, tk}: JoinRequest,
): SdkErrorName | undefined {
  const {hostId, password, settings, status, registrants, participants, capacity} = gathering;
  const host = users.find(({id}) => id === hostId);
  const mayRegistered = ({token, status: decided}: Registrant): boolean =>
    token === tk && decided === 'approved';
  if (host !== undefined && host.accountId !== account.id) return 'NOT_ALLOW_ANONYMOUS_JOIN';
  if (settings.meeting_authentication === true) return 'LOGIN_REQUIRED';
  if (asksForRegistration(gathering) && !registrants.some(mayRegistered)) return 'REGISTRATION_REQUIRED';
  if (isWebinar(gathering) && userEmail === '') return 'EMAIL_REQUIRED';
  if (password !== '' && passWord !== password) return 'WRONG_MEETING_PASSWORD';
  if (status !== 'started') return 'MEETING_NOT_START';
  if (gathering.isLocked) return 'MEETING_LOCKED';
  return participants.length >= capacity ? 'MEETING_CAPACITY_REACHED' : undefined;
}
