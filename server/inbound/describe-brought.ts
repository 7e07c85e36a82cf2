import type {BroughtOrShared} from '../core/usecases/bring-or-share.js';
import type {ImportOutcome} from '../core/usecases/import-meeting.js';
import type {DescribeImport} from './describe-import.js';
import {describeShare} from './describe-share.js';
import type {Reader} from './reader.js';

/** What came of an import, done or not, for the person alone. */
export const describeImported = (
  outcome: ImportOutcome,
  reader: Reader,
  describeImport: DescribeImport,
): string =>
  outcome.kind === 'imported' ? reader.translate('import.done') : describeImport(outcome, reader);

/** The same of what was shared, by number or link. */
export const describeBrought = (
  brought: BroughtOrShared,
  reader: Reader,
  describeImport: DescribeImport,
): string =>
  brought.by === 'share'
    ? describeShare(brought.outcome, reader.translate)
    : describeImported(brought.outcome, reader, describeImport);
