import type {ChatUser} from '../../core/ports/chat.js';
import type {FindMe, MeOutcome} from '../../core/usecases/find-me.js';
import {describeOtherEmail} from '../connect/describe-outcome.js';
import type {DescribeStart} from '../describe-start.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {Reader} from '../reader.js';
import type {Command} from './command.js';

export interface MeCommandDeps {
  findMe: FindMe;
  describeStart: DescribeStart;
}

/** Who the person is for Zoom. Nobody else hears of it. */
export const meCommand = ({findMe, describeStart}: MeCommandDeps): Command => ({
  name: 'me',
  hint: undefined,
  help: 'command.me.help',
  async run({user, reader, signal}) {
    const [person, asking] = await Promise.all([user, reader]);
    if (person === undefined) return {text: describeStart({kind: 'no-access'}, asking)};
    return {text: describeMe(await findMe(person, signal), {user: person, reader: asking, describeStart})};
  },
});

function describeMe(
  outcome: MeOutcome,
  {user, reader, describeStart}: {user: ChatUser; reader: Reader; describeStart: DescribeStart},
): string {
  const {translate} = reader;
  switch (outcome.kind) {
    case 'by-consent': {
      const {email, since} = outcome;
      const standing = translate('connect.standing.person', {email: email ?? 'none', since});
      return [standing, ...describeOtherEmail(reader, email, user)].join(' ');
    }
    case 'by-address':
      return translate('me.byAddress', {email: outcome.email});
    case 'too-many':
      return translate('me.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
    default:
      return describeStart(outcome, reader);
  }
}
