import {harmless} from '../../core/domain/harmless.js';
import type {Chat} from '../../core/ports/chat.js';
import type {Logger} from '../../core/ports/logger.js';
import {isChatError} from '../../core/ports/port-error.js';
import type {FindWayIn} from '../../core/usecases/find-way-in.js';
import {describeNoHostLink} from '../host-link.js';
import type {HostTickets} from '../host-page/host-tickets.js';
import type {ActionPress, PressAnswer} from './action.js';
import {withButtons} from './draw-button.js';

export interface SendHostTicketDeps {
  chat: Chat;
  findHosted: FindWayIn;
  hostTickets: HostTickets;
  logger: Logger;
}

/** By direct message: a ticket leads to a page of ours that asks Zoom for the link when it is used. */
export async function sendHostTicket(
  {user, reader: {translate}, values, again}: ActionPress<{cardId: string; number: string}>,
  {chat, findHosted, hostTickets, logger}: SendHostTicketDeps,
): Promise<PressAnswer> {
  const meeting = {userId: user.id, ...values};
  const found = await findHosted(meeting);
  if (found.kind !== 'hosted') return {text: describeNoHostLink(found, translate)};
  const topic = harmless(found.topic || translate('topic.default'));
  const url = hostTickets.issue(meeting);
  try {
    await chat.sendDirectMessage(user.id, {text: translate('host.ticket', {topic, url})});
  } catch (error) {
    if (!isChatError(error)) throw error;
    logger.warn('The way in for the host could not be sent', {error: error.message});
    return withButtons(translate('host.notSent'), again());
  }
  return {...withButtons(translate('host.sent', {topic}), again()), isToldDirectly: true};
}
