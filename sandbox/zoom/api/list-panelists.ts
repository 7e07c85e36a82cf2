import type {Answer} from './answer.js';
import type {SignedCall} from './api-call.js';
import {requireWebinar} from './require-webinar.js';

/** Who speaks in a webinar, each with a link of their own. */
export function listPanelists(call: SignedCall): Answer {
  const {number, panelists} = requireWebinar(call);
  const rows = panelists.map(({id, name, email, token}) => ({
    id,
    name,
    email,
    join_url: `${call.state.url}/w/${number}?tk=${token}`,
  }));
  return {status: 200, body: {total_records: rows.length, panelists: rows}};
}
