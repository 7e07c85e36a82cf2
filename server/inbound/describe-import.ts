import type {TextKey} from '../core/ports/texts.js';
import type {ImportOutcome} from '../core/usecases/import-meeting.js';
import type {ImportTrouble} from '../core/usecases/import-trouble.js';
import type {DescribeStart} from './describe-start.js';
import {nextFullMinute} from './next-full-minute.js';
import type {Reader} from './reader.js';

/** Every way in which something of Zoom's does not become a card. */
export type NotImported = Exclude<ImportOutcome, {kind: 'imported'}>;

/** One sentence for the person alone. */
export type DescribeImport = (outcome: NotImported, reader: Reader) => string;

const PLAIN = {
  'bad-picture': 'import.badPicture',
  gone: 'import.gone',
  'not-the-host': 'import.notTheHost',
  instant: 'import.instant',
  personal: 'import.personal',
  'sign-in': 'import.signIn',
  over: 'import.over',
  'no-access': 'import.noAccess',
  archived: 'share.archived',
  restricted: 'share.restricted',
} as const satisfies Partial<Record<NotImported['kind'], TextKey>>;

/** `siteUrl`: Mattermost's; '' where none is set. */
export const createDescribeImport =
  ({describeStart, siteUrl}: {describeStart: DescribeStart; siteUrl: string}): DescribeImport =>
  (outcome, reader) => {
    const {translate} = reader;
    switch (outcome.kind) {
      case 'already-here': {
        const {postId} = outcome;
        const isLinked = postId !== undefined && siteUrl !== '';
        const postUrl = isLinked ? `${siteUrl}/_redirect/pl/${postId}` : 'none';
        return translate('import.alreadyHere', {postUrl});
      }
      case 'picture-refused':
        return translate('import.pictureRefused', {because: outcome.because.replaceAll('-', '_')});
      case 'too-many':
        return translate('import.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
      case 'unsafe-link':
        return translate('import.unsafeLink', {number: outcome.number});
      case 'refused':
        return outcome.reason === 'email-missing'
          ? describeStart(outcome, reader)
          : translate('share.refused');
      case 'zoom-trouble':
        return describeTrouble(outcome, reader, describeStart);
      case 'large-channel':
      case 'not-posted':
      case 'unseen':
      case 'no-thread':
      case 'email-unconfirmed':
      case 'not-in-zoom':
      case 'not-connected':
      case 'not-configured':
      case 'store-unavailable':
      case 'record-unreadable':
      case 'chat-unavailable':
      case 'chat-refused':
      case 'bot-shut-out':
        return describeStart(outcome, reader);
      default:
        return translate(PLAIN[outcome.kind]);
    }
  };

/** The limit of a day is that of questions: whoever asks creates nothing. */
function describeTrouble(
  outcome: ImportTrouble & {kind: 'zoom-trouble'},
  reader: Reader,
  describeStart: DescribeStart,
): string {
  const {problem} = outcome;
  if (problem.kind !== 'rate-limited' || problem.per !== 'day') return describeStart(outcome, reader);
  return problem.resumesAt === undefined
    ? reader.translate('import.dayIsOver')
    : reader.translate('import.dayIsOver.until', {resumesAt: nextFullMinute(problem.resumesAt)});
}
