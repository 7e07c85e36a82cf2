import {cardState} from '../../core/domain/card.js';
import type {EndMeeting, EndOutcome} from '../../core/usecases/end-meeting.js';
import type {FindOpenCardsAt} from '../../core/usecases/find-open-cards-at.js';
import type {DescribeClosing} from '../describe-closing.js';
import type {Command} from './command.js';

export interface EndCommandDeps {
  findOpenCardsAt: FindOpenCardsAt;
  endMeeting: EndMeeting;
  describeClosing: DescribeClosing;
}

/** Where no card is drawn with a button: the newest meeting here that the person may end, one that runs first. */
export const endCommand = ({findOpenCardsAt, endMeeting, describeClosing}: EndCommandDeps): Command => ({
  name: 'end',
  hint: undefined,
  help: 'command.end.help',
  async run({request, reader, signal}) {
    const {translate} = await reader;
    const found = await findOpenCardsAt(request);
    const isLive = (card: (typeof found)[number]): boolean => cardState(card) === 'live';
    let outcome: EndOutcome | undefined;
    for (const {id: cardId, meeting} of [...found.filter(isLive), ...found.filter((card) => !isLive(card))]) {
      outcome = await endMeeting({userId: request.userId, cardId, number: meeting.number, signal});
      if (outcome.kind !== 'not-theirs') break;
    }
    return {text: outcome === undefined ? translate('end.none') : describeClosing.end(outcome, translate)};
  },
});
