import type {ZoomProblem} from '../core/domain/zoom-problem.js';
import {judgeTrouble, troubleValues} from '../core/domain/judge-sign-in.js';
import type {TextKey} from '../core/ports/texts.js';
import type {NotConnected} from '../core/usecases/start-outcome.js';
import {explainRefusal} from './explain-refusal.js';
import {nextFullMinute} from './next-full-minute.js';
import type {Reader} from './reader.js';

const NOT_REACHED = {
  proxy: 'zoom.proxy',
  certificate: 'zoom.certificate',
  'not-zoom': 'zoom.notZoom',
} as const satisfies Partial<Record<ZoomProblem['kind'], TextKey>>;

/**
 * One sentence for the person who asked. An administrator reads where to correct it. `maybeCreated`: Zoom gave no clear
 * answer to the creation of a meeting.
 */
export function describeZoomProblem(
  {translate, isAdmin}: Reader,
  problem: Exclude<ZoomProblem, NotConnected>,
  {maybeCreated, settingsUrl}: {maybeCreated: boolean; settingsUrl: string},
): string {
  const explained = explainRefusal(translate, problem);
  if (explained !== undefined) return explained;
  switch (problem.kind) {
    case 'timeout':
      return translate(maybeCreated ? 'zoom.timeout.maybeCreated' : 'zoom.timeout');
    case 'unreachable':
      return translate(maybeCreated ? 'zoom.unreachable.maybeCreated' : 'zoom.unreachable');
    case 'proxy':
    case 'certificate':
    case 'not-zoom':
      // Only an administrator can mend it, who reads the same as in a test of the set-up.
      return isAdmin
        ? translate(`check.${judgeTrouble(problem)}`, {...troubleValues(problem), settingsUrl})
        : translate(NOT_REACHED[problem.kind]);
    case 'unauthorized':
      return isAdmin ? translate('zoom.unauthorized.admin', {settingsUrl}) : translate('zoom.unauthorized');
    case 'missing-scope': {
      const scopes = problem.scopes.map((scope) => `\`${scope}\``).join(', ');
      const values = {scopes, count: problem.scopes.length};
      return isAdmin ? translate('zoom.missingScope.admin', values) : translate('zoom.missingScope');
    }
    case 'forbidden':
      return translate('zoom.forbidden');
    case 'refused':
      return translate('zoom.refused', {code: problem.code});
    case 'invalid': {
      if (problem.fields.includes('topic')) return translate('zoom.invalid.topic');
      const fields = problem.fields.map((field) => `\`${field}\``).join(', ');
      return fields === '' ? translate('zoom.invalid') : translate('zoom.invalid.fields', {fields});
    }
    case 'rate-limited':
      if (problem.per === 'second') return translate('zoom.rateLimited.second');
      return problem.resumesAt === undefined
        ? translate('zoom.rateLimited.day')
        : translate('zoom.rateLimited.day.until', {resumesAt: nextFullMinute(problem.resumesAt)});
    case 'server-error': {
      const {status} = problem;
      return translate(maybeCreated ? 'zoom.serverError.maybeCreated' : 'zoom.serverError', {status});
    }
    case 'not-understood':
      return translate(maybeCreated ? 'zoom.notUnderstood.maybeCreated' : 'zoom.notUnderstood');
    case 'unsafe-link':
      return translate('zoom.unsafeLink', {number: problem.meetingNumber});
    case 'blocked-address':
      return isAdmin
        ? translate('zoom.blockedAddress.admin', {settingsUrl})
        : translate('zoom.blockedAddress');
  }
}
