import type {ClientInfo, NotDone} from '../api/answers.js';
import {isMeetingLink, ZOOM_HOSTS} from '../links/link-rules.js';
import type {Notice} from '../state/client-state.js';

/** What a person reads when the server did not do what they asked for. */
export function troubleNotice(answer: NotDone, client: ClientInfo | undefined): Notice {
  if (answer.kind === 'failed') {
    return answer.status === 0
      ? {kind: 'trouble', text: {key: 'zoom.notice.unreachable'}}
      : {kind: 'trouble', text: {key: 'zoom.notice.failed', values: {status: answer.status}}};
  }
  const {code, message, meetingUrl} = answer;
  const page = client?.is_admin === true && code === 'not_configured' ? client.settings_path : undefined;
  const isLinked = isMeetingLink(meetingUrl, client?.link_hosts ?? ZOOM_HOSTS);
  return {
    kind: 'trouble',
    text: message,
    ...(isLinked && meetingUrl !== undefined ? {link: {key: 'zoom.notice.open', url: meetingUrl}} : {}),
    ...(page === undefined ? {} : {page: {key: 'zoom.notice.settings', path: page}}),
  };
}
