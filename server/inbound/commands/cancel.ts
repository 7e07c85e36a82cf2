import {type CancelMeeting, hasBegun} from '../../core/usecases/cancel-meeting.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {DescribeClosing} from '../describe-closing.js';
import type {Command} from './command.js';

export interface CancelCommandDeps {
  findOpenCardsAt: FindOpenCardsAt;
  cancelMeeting: CancelMeeting;
  describeClosing: DescribeClosing;
}

/** Where no card is drawn with a button: the newest meeting of the person's here, one that still waits first. */
export const cancelCommand = ({
  findOpenCardsAt,
  cancelMeeting,
  describeClosing,
}: CancelCommandDeps): Command => ({
  name: 'cancel',
  hint: undefined,
  help: 'command.cancel.help',
  async run({request, reader, signal}) {
    const {userId} = request;
    const {translate} = await reader;
    const theirs = (await findOpenCardsAt(request)).filter(({host}) => host.userId === userId);
    const card = theirs.find((one) => !hasBegun(one)) ?? theirs[0];
    if (card === undefined) return {text: translate('cancel.none')};
    const named = {userId, cardId: card.id, number: card.meeting.number};
    return {text: describeClosing.cancel(await cancelMeeting({...named, signal}), translate)};
  },
});
