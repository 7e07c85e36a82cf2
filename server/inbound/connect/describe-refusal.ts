import type {ConnectRefusal} from '../../core/domain/connect-refusal.js';
import type {TextKey, TextValues, Translate} from '../../core/ports/texts.js';
import {nextFullMinute} from '../next-full-minute.js';

/** A refusal in somebody's words. */
export interface RefusalWords {
  status: number;
  title: string;
  text: string;
  /** What an administrator looks at; [] where it is nobody's mistake in the set-up. */
  checks: readonly string[];
}

/** `isSetUp`: something in the set-up may be behind it. */
const ROWS = {
  'state-unknown': {status: 400, text: 'connect.refused.stateUnknown'},
  'settings-changed': {status: 400, text: 'connect.refused.settingsChanged'},
  'signed-out': {status: 401, text: 'connect.refused.signedOut'},
  'other-person': {status: 403, text: 'connect.refused.otherPerson'},
  'other-browser': {status: 403, text: 'connect.refused.otherBrowser'},
  'not-set-up': {status: 404, text: 'connect.refused.notSetUp'},
  'not-admin': {status: 403, text: 'connect.refused.notAdmin'},
  'not-allowed': {status: 403, text: 'connect.refused.notAllowed'},
  declined: {status: 403, text: 'connect.refused.declined'},
  'odd-answer': {status: 400, text: 'connect.refused.oddAnswer', isSetUp: true},
  'code-unknown': {status: 400, text: 'connect.refused.codeUnknown'},
  'zoom-user-taken': {status: 409, text: 'connect.refused.zoomUserTaken'},
  'too-many': {status: 429, text: 'connect.refused.tooMany'},
  'missing-scopes': {status: 403, text: 'connect.refused.missingScopes'},
  'foreign-scopes': {status: 403, text: 'connect.refused.foreignScopes'},
  'zoom-refused': {status: 502, text: 'connect.refused.zoomRefused', isSetUp: true},
  'zoom-trouble': {status: 503, text: 'connect.refused.zoomTrouble'},
} as const satisfies Record<ConnectRefusal['kind'], {status: number; text: TextKey; isSetUp?: true}>;

const CHECKS = [
  'connect.check.redirect',
  'connect.check.allowList',
  'connect.check.appType',
  'connect.check.credentials',
  'connect.check.popup',
  'connect.check.private',
] as const satisfies readonly TextKey[];

/** What there is to look at in Zoom, where the redirect address has to stand. */
export const whatToCheck = (translate: Translate, redirectUri: string): readonly string[] =>
  CHECKS.map((key) => translate(key, {redirectUri}));

/** Nothing that Zoom or the browser has said gets into it. */
export function describeRefusal(
  refusal: ConnectRefusal,
  {translate, redirectUri}: {translate: Translate; redirectUri: string},
): RefusalWords {
  const row: {status: number; text: TextKey; isSetUp?: true} = ROWS[refusal.kind];
  return {
    status: row.status,
    title: translate('connect.refused.title'),
    text: translate(row.text, valuesOf(refusal)),
    checks: row.isSetUp === true ? whatToCheck(translate, redirectUri) : [],
  };
}

function valuesOf(refusal: ConnectRefusal): TextValues {
  switch (refusal.kind) {
    case 'too-many':
      return {nextAt: nextFullMinute(refusal.nextAt)};
    case 'not-allowed':
      return {because: refusal.because};
    case 'missing-scopes':
      return {scopes: refusal.scopes.join(', ')};
    case 'zoom-refused':
      return {because: refusal.because.replaceAll('-', '_'), id: refusal.id};
    case 'zoom-trouble':
      return {id: refusal.id};
    default:
      return {};
  }
}
