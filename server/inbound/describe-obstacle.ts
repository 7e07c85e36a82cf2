import type {Obstacle} from '../core/usecases/obstacle.js';
import type {DescribeStart} from './describe-start.js';
import {nextFullMinute} from './next-full-minute.js';
import type {Reader} from './reader.js';

/** One sentence for the person alone, who wanted something of Zoom and did not get it. */
export type DescribeObstacle = (outcome: Obstacle, reader: Reader) => string;

export const createDescribeObstacle =
  ({describeStart}: {describeStart: DescribeStart}): DescribeObstacle =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'too-many':
        return translate('me.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
      case 'no-access':
        return translate('obstacle.noAccess');
      case 'refused':
        return outcome.reason === 'email-missing'
          ? describeStart(outcome, reader)
          : translate('obstacle.refused');
      case 'zoom-trouble':
        return describeTrouble(outcome, reader, describeStart);
      default:
        return describeStart(outcome, reader);
    }
  };

/** What Zoom says no to is no meeting that was to be created here. */
function describeTrouble(
  outcome: Obstacle & {kind: 'zoom-trouble'},
  reader: Reader,
  describeStart: DescribeStart,
): string {
  const {problem} = outcome;
  const {translate} = reader;
  if (problem.kind === 'refused') return translate('obstacle.zoomRefused', {code: problem.code});
  if (problem.kind === 'invalid') return translate('obstacle.zoomRefused', {code: 300});
  if (problem.kind === 'missing-scope') {
    const scopes = problem.scopes.map((scope) => `\`${scope}\``).join(', ');
    return translate('obstacle.missingScope', {scopes, count: problem.scopes.length});
  }
  if (problem.kind !== 'rate-limited' || problem.per !== 'day') return describeStart(outcome, reader);
  const {resumesAt} = problem;
  const until = resumesAt === undefined ? 'none' : 'known';
  const values = {until, resumesAt: nextFullMinute(resumesAt ?? 0)};
  return translate('obstacle.dayIsOver', values);
}
