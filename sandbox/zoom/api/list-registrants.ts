import {joinLinkOf} from '../scheduling/registration-links.js';
import type {SimulatorState} from '../state/create-state.js';
import {asksForRegistration, type Registrant} from '../state/gathering.js';
import type {AnyGathering} from '../state/records.js';
import {zoomTime} from '../zoom-time.js';
import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {refusals} from './refusals.js';
import {takePage} from './take-page.js';

/** What was not asked is there all the same, and empty. */
const ANSWERS = {
  address: '',
  city: '',
  country: '',
  zip: '',
  state: '',
  phone: '',
  industry: '',
  org: '',
  job_title: '',
  purchasing_time_frame: '',
  role_in_purchase_process: '',
  no_of_employees: '',
  comments: '',
  custom_questions: [],
};

/** Who has registered for what `find` finds; without `status` those who are admitted. */
export const listRegistrants =
  (find: (call: SignedCall) => AnyGathering) =>
  (call: SignedCall): Answer => {
    const {state, form, id} = call;
    const gathering = find(call);
    if (!asksForRegistration(gathering)) throw refusals.noRegistration(id);
    const wanted = form.get('status') ?? 'approved';
    const {rows, ...page} = takePage(
      call,
      gathering.registrants.filter(({status}) => status === wanted),
    );
    const registrants = rows.map((registrant) => row(state, gathering, registrant));
    return {status: 200, body: {...page, registrants}};
  };

function row(state: SimulatorState, gathering: AnyGathering, registrant: Registrant): object {
  const {id, email, firstName, lastName, answers, status, createdAt} = registrant;
  return {
    ...ANSWERS,
    ...answers,
    id,
    email,
    first_name: firstName,
    last_name: lastName,
    status,
    create_time: zoomTime(createdAt),
    ...(status === 'approved' && {join_url: joinLinkOf(state, gathering, registrant)}),
  };
}
