import type {ZoomProblem} from '../core/domain/zoom-problem.js';
import {refusalOf} from '../core/domain/zoom-refusal.js';
import type {Translate} from '../core/ports/texts.js';
import {nextFullMinute} from './next-full-minute.js';

/** Why Zoom does not do this, and what to do, in one sentence or two; `undefined`: nothing more than that is known. */
export function explainRefusal(translate: Translate, problem: ZoomProblem): string | undefined {
  switch (problem.kind) {
    case 'refused': {
      const because = refusalOf(problem);
      return because && translate(`zoom.because.${because}`);
    }
    case 'rate-limited': {
      const {of: counted, resumesAt} = problem;
      if (counted === undefined) return undefined;
      if (resumesAt === undefined) return translate(`zoom.limit.${counted}`);
      return translate(`zoom.limitUntil.${counted}`, {resumesAt: nextFullMinute(resumesAt)});
    }
    default:
      return undefined;
  }
}
