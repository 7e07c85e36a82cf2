import {harmless} from '../core/domain/harmless.js';
import type {SendOutcome} from '../core/usecases/send-invitation.js';
import {describeMissed, namesOf} from './describe-delivery.js';
import type {DescribeInvitation} from './describe-invitation.js';
import type {Reader} from './reader.js';

/** What came of sending an invitation to people: who has it, and who has not and why. */
export function describeSent(
  outcome: SendOutcome,
  reader: Reader,
  describeInvitation: DescribeInvitation,
): string {
  const {translate} = reader;
  switch (outcome.kind) {
    case 'sent': {
      const topic = harmless(outcome.topic || translate('topic.default'));
      const people = namesOf(outcome);
      const sent = people.length === 0 ? [] : [translate('invitation.sent', {topic, people})];
      return [...sent, ...describeMissed(outcome, translate)].join('\n');
    }
    case 'nobody':
      return [translate('invitation.nobody'), ...describeMissed(outcome, translate)].join('\n');
    default:
      return describeInvitation(outcome, reader);
  }
}
