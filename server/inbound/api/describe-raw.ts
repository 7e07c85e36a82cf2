import type {RawOutcome} from '../../core/usecases/send-raw.js';
import type {ApiProblem} from '../http/api-problem.js';
import type {Reader} from '../reader.js';
import type {DescribeActing} from './describe-acting.js';

/** Says no to a request that was to be sent to Zoom as it is, with one sentence for whoever asked. */
export type DescribeRaw = (outcome: Exclude<RawOutcome, {kind: 'done'}>, reader: Reader) => ApiProblem;

export const createDescribeRaw =
  (describeActing: DescribeActing): DescribeRaw =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'path-forbidden':
        return {code: 'path_forbidden', message: translate('raw.pathForbidden')};
      case 'path-unusable':
        return {code: 'bad_request', message: translate('raw.pathUnusable'), more: {fields: ['path']}};
      default:
        return describeActing(outcome, reader);
    }
  };
