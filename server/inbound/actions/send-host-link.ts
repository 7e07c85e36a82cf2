import {harmless} from '../../core/domain/harmless.js';
import {type Chat, ChatError} from '../../core/ports/chat.js';
import type {FindHosted} from '../../core/usecases/find-hosted.js';
import type {HostTickets} from '../host-page/host-tickets.js';
import type {Action} from './action.js';
import {withButtons} from './draw-button.js';
import {type DrawStartAsHost, START_AS_HOST} from './start-as-host.js';

interface SendHostLinkDeps {
  chat: Chat;
  findHosted: FindHosted;
  hostTickets: HostTickets;
  drawStartAsHost: DrawStartAsHost;
}

/**
 * The press of "Start as host" where nothing secret can be shown in a channel: the host gets a ticket by direct message.
 * It leads to a page of ours that asks Zoom for the link when it is used.
 */
export const sendHostLinkAction = (deps: SendHostLinkDeps): Action => ({
  name: START_AS_HOST,
  whenExpired: 'host.expired',
  async press({user, reader: {translate}, values: {cardId = '', number = ''}, place, logger}) {
    const meeting = {userId: user.id, cardId, number};
    const found = await deps.findHosted(meeting);
    if (found.kind === 'not-the-host') return 'forbidden';
    if (found.kind === 'ended') return {text: translate('host.ended')};
    const again = deps.drawStartAsHost(meeting, {place, translate});
    const topic = harmless(found.topic || translate('topic.default'));
    const url = deps.hostTickets.issue(meeting);
    try {
      await deps.chat.sendDirectMessage(user.id, {text: translate('host.ticket', {topic, url})});
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      logger.warn('The way in for the host could not be sent', {error: error.message});
      return withButtons(translate('host.notSent'), again);
    }
    return {...withButtons(translate('host.sent', {topic}), again), isToldDirectly: true};
  },
});
