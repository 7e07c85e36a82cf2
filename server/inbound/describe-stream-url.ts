import type {NotMade} from '../core/usecases/make-stream-url.js';
import type {DescribeObstacle} from './describe-obstacle.js';
import type {Reader} from './reader.js';

/** Why there is no stream URL: one sentence for whoever wanted it, and what to do. */
export type DescribeStreamUrl = (outcome: NotMade, reader: Reader) => string;

interface DescribeStreamUrlDeps {
  describeObstacle: DescribeObstacle;
  settingsUrl: string;
  adminsMay: boolean;
}

export const createDescribeStreamUrl =
  ({describeObstacle, settingsUrl, adminsMay}: DescribeStreamUrlDeps): DescribeStreamUrl =>
  (outcome, reader) => {
    const {translate, isAdmin} = reader;
    switch (outcome.kind) {
      case 'no-page':
        return translate(isAdmin ? 'stream.noPage.admin' : 'stream.noPage', {settingsUrl});
      case 'members-only':
        return translate(isAdmin ? 'stream.membersOnly.admin' : 'stream.membersOnly');
      case 'past':
        return translate('stream.past');
      case 'too-far':
        return translate('stream.tooFar');
      case 'gone':
        return translate('named.gone');
      case 'ended':
        return translate('stream.over');
      case 'not-theirs':
        return translate('stream.notTheirs', {admins: adminsMay ? 'yes' : 'no'});
      case 'not-in-channel':
        return translate('stream.notInChannel');
      case 'personal':
        return translate('stream.personal');
      case 'registration':
        return translate('stream.registration', {url: outcome.url ?? 'none'});
      case 'sign-in':
        return translate('stream.signIn');
      case 'elsewhere':
        return translate('stream.elsewhere');
      default:
        return describeObstacle(outcome, reader);
    }
  };
