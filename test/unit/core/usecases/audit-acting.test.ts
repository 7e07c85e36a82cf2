import {describe, expect, it} from '@jest/globals';
import type {AuditRecord} from '../../../../server/core/ports/audit.js';
import type {OperationName} from '../../../../server/core/ports/zoom/operations.js';
import type {ActOutcome} from '../../../../server/core/usecases/act-in-zoom.js';
import {auditActing} from '../../../../server/core/usecases/audit-acting.js';
import {admin} from '../../../support/people.js';

const recordsOf = async (
  operation: OperationName,
  input: Readonly<Record<string, unknown>>,
  outcome: ActOutcome,
): Promise<readonly AuditRecord[]> => {
  const audits: AuditRecord[] = [];
  const act = auditActing(
    async () => outcome,
    (record) => void audits.push(record),
  );
  const request = {userId: admin.id, operation, input, signal: new AbortController().signal};
  expect(await act(request)).toBe(outcome);
  return audits;
};
const by = {event: 'account-request', userId: admin.id};

describe('what is asked of Zoom about the whole account', () => {
  it('is on record with the user whom it was about, and without addresses', async () => {
    const made = await recordsOf('createUser', {action: 'create'}, {kind: 'done', answer: {id: 'u1'}});
    expect(made).toEqual([{...by, operation: 'createUser', zoomUserId: 'u1', isDone: true}]);
    const deleted = await recordsOf(
      'deleteUser',
      {userId: 'eve@example.org'},
      {kind: 'done', answer: undefined},
    );
    expect(deleted).toEqual([{...by, operation: 'deleteUser', zoomUserId: '…', isDone: true}]);
    const listed = await recordsOf('listUsers', {}, {kind: 'done', answer: {users: []}});
    expect(listed).toEqual([{...by, operation: 'listUsers', isDone: true}]);
    const failed = await recordsOf('deleteUser', {userId: 'u2'}, {kind: 'not-there'});
    expect(failed).toEqual([{...by, operation: 'deleteUser', zoomUserId: 'u2', isDone: false}]);
  });

  it('is not where nothing was sent, nor what people do with their own meetings', async () => {
    expect(await recordsOf('deleteUser', {userId: 'u2'}, {kind: 'switched-off'})).toEqual([]);
    expect(await recordsOf('getMeeting', {meetingId: '1'}, {kind: 'done', answer: {}})).toEqual([]);
  });
});
