import type {InvitationOutcome} from '../core/usecases/get-invitation.js';
import type {DescribeObstacle} from './describe-obstacle.js';
import type {Reader} from './reader.js';
import {describeNoText} from './render-invitation.js';

/** Every way in which there is no invitation. */
export type NoInvitation = Exclude<InvitationOutcome, {kind: 'invitation'}>;

/** One sentence for the person alone. */
export type DescribeInvitation = (outcome: NoInvitation, reader: Reader) => string;

export const createDescribeInvitation =
  ({describeObstacle}: {describeObstacle: DescribeObstacle}): DescribeInvitation =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'webinar':
        return describeNoText(outcome, translate);
      case 'gone':
        return translate('named.gone');
      case 'ended':
        return translate('named.ended');
      case 'not-the-host':
        return translate('invitation.notTheHost');
      default:
        return describeObstacle(outcome, reader);
    }
  };
