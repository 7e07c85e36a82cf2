import type {Consenter} from '../domain/connect-attempt.js';
import type {ConnectRefusal} from '../domain/connect-refusal.js';
import type {AttemptRefusal, Audit} from '../ports/audit.js';

/** What is written down of a refusal; nothing where nobody did anything that matters, or it is not known who did. */
const CODES = {
  'state-unknown': 'state-unknown',
  'settings-changed': 'settings-changed',
  'signed-out': undefined,
  'other-person': 'other-person',
  'other-browser': 'other-browser',
  'not-set-up': undefined,
  'not-admin': 'not-admin',
  'not-allowed': 'not-allowed',
  declined: 'declined',
  'odd-answer': 'zoom-refused',
  'code-unknown': 'code-unknown',
  'zoom-user-taken': 'zoom-user-taken',
  'too-many': undefined,
  'missing-scopes': 'wrong-scopes',
  'foreign-scopes': 'wrong-scopes',
  'zoom-refused': 'zoom-refused',
  'zoom-trouble': 'zoom-refused',
} as const satisfies Record<ConnectRefusal['kind'], AttemptRefusal | undefined>;

/** `userId`: who tried, where that is known. */
export type AuditRefusal = (refusal: ConnectRefusal, userId: string | undefined) => void;

export const createAuditRefusal =
  ({audit, consent}: {audit: Audit; consent: Consenter}): AuditRefusal =>
  ({kind}, userId) => {
    const reason = CODES[kind];
    if (reason === undefined || userId === undefined) return;
    audit({event: 'attempt-refused', userId, grant: consent, reason});
  };
