import type {Ended, GrantEnd} from '../core/domain/grant.js';
import type {Audit, ConnectionLoss} from '../core/ports/audit.js';

/** What an audit calls it: that is kept for years, and outlives our finer distinctions. */
const LOSSES = {
  revoked: 'revoked',
  'owner-gone': 'revoked',
  disabled: 'revoked',
  removed: 'deauthorized',
  superseded: 'superseded',
  'key-lost': 'unreadable',
  unreadable: 'unreadable',
} as const satisfies Record<GrantEnd, ConnectionLoss>;

/** Writes down that a connection ended that nobody here had ended. */
export const createAuditEnd =
  (audit: Audit) =>
  ({owner, by}: Ended, because: GrantEnd): void =>
    audit({event: 'connection-lost', userId: by, grant: owner.kind, reason: LOSSES[because]});
