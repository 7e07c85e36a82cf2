import {zoomProblem} from '../http/start-problem.js';
import type {ActOutcome} from '../../core/usecases/act-in-zoom.js';
import {describeZoomProblem} from '../describe-zoom-problem.js';
import {explainRefusal} from '../explain-refusal.js';
import type {ApiProblem} from '../http/api-problem.js';
import {nextFullMinute} from '../next-full-minute.js';
import type {Reader} from '../reader.js';

type Trouble = Extract<ActOutcome, {kind: 'zoom-trouble'}>;

/**
 * What a program learns of trouble with Zoom. What Zoom has understood and does not do is 422, so that nobody sends it
 * again; the rest may work later. `maybe_done`: nobody knows whether Zoom has done it.
 */
export function troubleProblem({problem, maybeDone}: Trouble, now: number): Omit<ApiProblem, 'message'> {
  switch (problem.kind) {
    case 'refused':
      return {code: 'zoom_rejected', more: {zoom_code: problem.code}};
    case 'invalid':
      return {code: 'zoom_rejected', more: {zoom_code: 300, fields: problem.fields}};
    case 'forbidden':
      return {code: 'zoom_rejected'};
    default:
      return {...zoomProblem(problem, now), ...(maybeDone && {more: {maybe_done: true}})};
  }
}

/** One sentence for whoever asked, who may be the author of a script. */
export function describeTrouble(reader: Reader, {problem, maybeDone}: Trouble, settingsUrl: string): string {
  const {translate} = reader;
  const explained = explainRefusal(translate, problem);
  if (explained !== undefined) return explained;
  switch (problem.kind) {
    case 'timeout':
    case 'unreachable':
    case 'server-error':
    case 'not-understood':
      return translate(maybeDone ? 'api.zoom.unanswered.maybeDone' : 'api.zoom.unanswered');
    case 'refused':
      return translate('api.zoom.refused', {code: problem.code});
    case 'invalid': {
      const fields = problem.fields.map((field) => `\`${field}\``).join(', ');
      return fields === '' ? translate('api.zoom.invalid') : translate('api.zoom.invalid.fields', {fields});
    }
    case 'forbidden':
      return translate('api.zoom.forbidden');
    case 'missing-scope': {
      const scopes = problem.scopes.map((scope) => `\`${scope}\``).join(', ');
      return translate('api.zoom.missingScope', {scopes, count: problem.scopes.length});
    }
    case 'rate-limited':
      if (problem.per === 'second' || problem.resumesAt === undefined)
        return translate('api.zoom.rateLimited', {per: problem.per});
      return translate('api.zoom.rateLimited.until', {resumesAt: nextFullMinute(problem.resumesAt)});
    default:
      return describeZoomProblem(reader, problem, {maybeCreated: false, settingsUrl});
  }
}
