import {harmless} from '../core/domain/harmless.js';
import type {TextKey, Translate} from '../core/ports/texts.js';
import type {CancelOutcome, InZoom} from '../core/usecases/cancel-meeting.js';
import type {EndOutcome} from '../core/usecases/end-meeting.js';
import {nextFullMinute} from './next-full-minute.js';

/** One sentence for whoever ended or cancelled a meeting, or did not. */
export interface DescribeClosing {
  end: (outcome: EndOutcome, translate: Translate) => string;
  cancel: (outcome: CancelOutcome, translate: Translate) => string;
}

type Outcome<Kind extends string> = Extract<EndOutcome | CancelOutcome, {kind: Kind}>;

const CANCELLED = {
  deleted: 'cancel.done',
  personal: 'cancel.done.personal',
  planned: 'cancel.done.planned',
  'not-allowed': 'cancel.done.notAllowed',
} as const satisfies Record<InZoom, TextKey>;

/** `scopes`: those that the two things need, as the app of this server would have them. */
export const createDescribeClosing = ({
  scopes,
}: {
  scopes: Readonly<Record<'end' | 'endWebinar' | 'cancel', string>>;
}): DescribeClosing => ({
  end(outcome, translate) {
    switch (outcome.kind) {
      case 'done':
        return translate('end.done', {topic: topicOf(outcome, translate)});
      case 'ended':
        return translate('end.ended');
      case 'not-started':
        return translate('end.notStarted');
      case 'not-theirs':
        return translate('end.notTheirs');
      case 'zoom-trouble':
        return outcome.problem.kind === 'missing-scope'
          ? translate('end.missingScope', {scope: outcome.isWebinar ? scopes.endWebinar : scopes.end})
          : translate('close.zoomTrouble');
      default:
        return describeNotClosed(outcome, translate);
    }
  },
  cancel(outcome, translate) {
    switch (outcome.kind) {
      case 'done': {
        const values = {topic: topicOf(outcome, translate), scope: scopes.cancel};
        return translate(CANCELLED[outcome.inZoom], values);
      }
      case 'ended':
        return translate('cancel.ended');
      case 'has-begun':
        return translate('cancel.hasBegun');
      case 'not-the-host':
        return translate('cancel.notYours');
      case 'zoom-trouble':
        return translate('close.zoomTrouble');
      default:
        return describeNotClosed(outcome, translate);
    }
  },
});

const topicOf = ({topic}: {topic: string}, translate: Translate): string =>
  harmless(topic || translate('topic.default'));

function describeNotClosed(
  outcome: Outcome<'no-access' | 'too-many' | 'not-connected'>,
  translate: Translate,
): string {
  switch (outcome.kind) {
    case 'no-access':
      return translate('close.noAccess');
    case 'too-many':
      return translate('close.tooMany', {nextAt: nextFullMinute(outcome.nextAt)});
    case 'not-connected':
      return translate('close.notConnected', {who: outcome.who});
  }
}
