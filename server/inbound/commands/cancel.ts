import {type CancelMeeting, hasBegun} from '../../core/usecases/cancel-meeting.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {DescribeClosing} from '../describe-closing.js';
import type {Command} from './command.js';

export interface CancelCommandDeps {
  findOpenCardsAt: FindOpenCardsAt;
  cancelMeeting: CancelMeeting;
  describeClosing: DescribeClosing;
}

/**
 * Where no card is drawn with a button: the newest meeting of the person's here, one that still waits first. What was
 * planned is taken back by its number alone, so that nobody takes back next week's by mistake.
 */
export const cancelCommand = (deps: CancelCommandDeps): Command => ({
  name: 'cancel',
  hint: 'command.cancel.hint',
  help: 'command.cancel.help',
  async run({request, rest, reader, signal}) {
    const {userId} = request;
    const {translate} = await reader;
    const number = rest.replace(/\D/g, '');
    const found = await deps.findOpenCardsAt(request, number);
    const theirs = found.filter(({host}) => host.userId === userId);
    const card = theirs.find((one) => !hasBegun(one)) ?? theirs[0];
    if (card === undefined) return {text: translate(number === '' ? 'cancel.none' : 'cancel.noneOfNumber')};
    const named = {userId, cardId: card.id, number: card.meeting.number};
    return {text: deps.describeClosing.cancel(await deps.cancelMeeting({...named, signal}), translate)};
  },
});
