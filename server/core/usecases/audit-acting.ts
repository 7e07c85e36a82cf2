import {withoutAddressesInText} from '../domain/cleaning/clean-addresses.js';
import type {Audit} from '../ports/audit.js';
import type {Operation} from '../ports/zoom/operation.js';
import {operations} from '../ports/zoom/operations.js';
import {type ActInZoom, type ActOutcome, type ActRequest, isAccountWide} from './act-in-zoom.js';

/** The same, with a record of whatever was asked of Zoom about the whole account. */
export const auditActing =
  (actInZoom: ActInZoom, audit: Audit): ActInZoom =>
  async (request) => {
    const outcome = await actInZoom(request);
    const row: Operation = operations[request.operation];
    if (isAccountWide(row) && wasSent(outcome)) {
      const zoomUserId = zoomUserIn(request, outcome);
      audit({
        event: 'account-request',
        userId: request.userId,
        operation: request.operation,
        ...(zoomUserId !== undefined && {zoomUserId}),
        isDone: outcome.kind === 'done',
      });
    }
    return outcome;
  };

const wasSent = ({kind}: ActOutcome): boolean => ['done', 'not-there', 'zoom-trouble'].includes(kind);

/** Whom it was about; a record names nobody's address. */
function zoomUserIn({input}: ActRequest, outcome: ActOutcome): string | undefined {
  const named = input['userId'];
  if (typeof named === 'string') return withoutAddressesInText(named);
  const {id} = (outcome.kind === 'done' ? (outcome.answer ?? {}) : {}) as {id?: unknown};
  return typeof id === 'string' ? id : undefined;
}
