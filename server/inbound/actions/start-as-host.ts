import * as z from 'zod';
import type {Capabilities} from '../../core/domain/capabilities.js';
import {harmless} from '../../core/domain/harmless.js';
import {type AskHostLink, describeNoHostLink, HOST_WAY_LIVES_MS} from '../host-link.js';
import {type ActionPress, defineAction, type PressAnswer} from './action.js';
import {withButtons} from './draw-button.js';
import {sendHostTicket, type SendHostTicketDeps} from './send-host-ticket.js';

const values = z.object({cardId: z.string(), number: z.string()});
type HostedMeeting = z.infer<typeof values>;

export interface StartAsHostDeps extends SendHostTicketDeps {
  capabilities: Capabilities;
  askHostLink: AskHostLink;
}

/**
 * The host's way in from a private message. Where nothing can be shown to them alone, a ticket leads to the same link.
 */
export const startAsHost = defineAction({
  name: 'start-as-host',
  values,
  livesFor: HOST_WAY_LIVES_MS,
  whenExpired: 'host.expired',
  look: (_meeting: HostedMeeting, translate) => ({
    id: 'startAsHost',
    name: translate('host.button'),
    style: 'primary',
  }),
  press: (press: ActionPress<HostedMeeting>, deps: StartAsHostDeps) =>
    deps.capabilities.privatePosts ? showHostLink(press, deps) : sendHostTicket(press, deps),
});

/** The link is asked for now, shown to the host and kept nowhere. */
async function showHostLink(
  {user, reader: {translate}, values: meeting, again}: ActionPress<HostedMeeting>,
  {askHostLink}: StartAsHostDeps,
): Promise<PressAnswer> {
  const outcome = await askHostLink({userId: user.id, ...meeting});
  if (outcome.kind !== 'link') {
    const mayWorkLater = ['zoom-trouble', 'too-many', 'not-connected'].includes(outcome.kind);
    return withButtons(describeNoHostLink(outcome, translate), mayWorkLater ? again() : undefined);
  }
  const topic = harmless(outcome.topic || translate('topic.default'));
  const text = translate('host.link', {topic, url: outcome.link.reveal()});
  return {...withButtons(text, again()), isSecret: true};
}
