import type {ClientInfo} from '../../contract/client-info.js';
import type {NotDone} from '../api/answers.js';
import {isMeetingLink, ZOOM_HOSTS} from '../../contract/link-rules.js';
import type {ProblemCode} from '../../contract/problem.js';
import type {Notice, StartAgain} from '../state/client-state.js';
import type {Cause} from '../state/cause.js';

/** Refusals that depend on the channel: in another one the same start may work. */
const OF_THE_CHANNEL: readonly string[] = [
  'no_access',
  'restricted',
  'archived',
  'post_archived',
  'post_forbidden',
  'post_refused',
] satisfies readonly ProblemCode[];

const NOT_CONFIGURED: ProblemCode = 'not_configured';

/** Somebody has to add the person in Zoom, or to connect there. After that, the same start works. */
const WORKS_LATER: readonly string[] = ['not_in_zoom', 'not_connected'] satisfies readonly ProblemCode[];

interface Asked {
  client: ClientInfo | undefined;
  /** The channel that was open when the person asked; `''`: none. */
  channelId: string;
  /** What they asked for, if it was a start. */
  again?: StartAgain;
}

/** What a person reads when the server did not do what they asked for. */
export function troubleNotice(answer: NotDone, {client, channelId, again}: Asked): Notice {
  if (answer.kind === 'failed') {
    return answer.status === 0
      ? {kind: 'trouble', text: {key: 'zoom.notice.unreachable'}, cause: {kind: 'connection'}}
      : {
          kind: 'trouble',
          text: {key: 'zoom.notice.failed', values: {status: answer.status}},
          cause: {kind: 'lasting'},
        };
  }
  const {code, message, meetingUrl} = answer;
  const page = client?.is_admin === true && code === NOT_CONFIGURED ? client.settings_path : undefined;
  const isLinked = isMeetingLink(meetingUrl, client?.link_hosts ?? ZOOM_HOSTS);
  return {
    kind: 'trouble',
    text: message,
    cause: causeOf(code, {client, channelId}),
    ...(isLinked && meetingUrl !== undefined ? {link: {key: 'zoom.notice.open', url: meetingUrl}} : {}),
    ...(page === undefined ? {} : {page: {key: 'zoom.notice.settings', path: page}}),
    ...(again !== undefined && WORKS_LATER.includes(code) ? {again} : {}),
  };
}

function causeOf(code: string, {client, channelId}: Pick<Asked, 'client' | 'channelId'>): Cause {
  if (code === NOT_CONFIGURED) return {kind: 'settings', known: client};
  return OF_THE_CHANNEL.includes(code) ? {kind: 'channel', channelId} : {kind: 'lasting'};
}
