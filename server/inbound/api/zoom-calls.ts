import type {ProblemCode} from '../../../contract/problem.js';
import type {Operation} from '../../core/ports/zoom/operation.js';
import {operations} from '../../core/ports/zoom/operations.js';
import {isAccountWide} from '../../core/usecases/act-in-zoom.js';
import type {DescribedCall} from './described-call.js';
import {pathOf, statusOf, takesBody} from './operation-route.js';

/** How any operation can say no. */
const PROBLEMS: readonly ProblemCode[] = [
  'restricted',
  'not_connected',
  'not_found',
  'not_configured',
  'not_in_zoom',
  'email_missing',
  'email_unconfirmed',
  'zoom_rejected',
  'rate_limited',
  'zoom_refused',
  'zoom_unavailable',
];

/** Whose a thing is, for readers of the description. */
export function whoseIs(row: Operation): 'administrators' | 'the host alone' | 'oneself' | 'the host' {
  if (isAccountWide(row)) return 'administrators';
  if (row.isForHost === true) return 'the host alone';
  return row.of === 'user' ? 'oneself' : 'the host';
}

const WHO = {
  administrators: 'For system administrators, while the account-wide API is on.',
  oneself: 'For oneself, as `me`; for system administrators, of everybody in the Zoom account.',
  'the host': 'For the host, and for system administrators, who see no passcodes of others.',
  'the host alone': 'For the host alone.',
} as const satisfies Record<ReturnType<typeof whoseIs>, string>;

const REFUSALS: Readonly<Record<ReturnType<typeof whoseIs>, readonly ProblemCode[]>> = {
  administrators: ['not_an_admin', 'switched_off', 'own_only', 'no_zoom_user', 'not_the_host'],
  oneself: ['not_the_host', 'own_only', 'no_zoom_user'],
  'the host': ['not_the_host', 'no_zoom_user'],
  'the host alone': ['not_the_host', 'no_zoom_user'],
};

/** Everything that Zoom can be asked for, by name. */
export const zoomCalls: readonly DescribedCall[] = Object.entries<Operation>(operations)
  .map(([name, row]) => describeOperation(name, row))
  .sort((one, other) => one.name.localeCompare(other.name));

function describeOperation(name: string, row: Operation): DescribedCall {
  const {granular, classic} = row.scopes;
  const older = classic.map((scope) => `\`${scope}\``).join(' or ');
  const scopes = `Scope \`${granular}\` (an older app: ${older}).`;
  const status = statusOf(row);
  return {
    name,
    method: row.method,
    path: pathOf(row),
    summary: row.summary,
    description: `${WHO[whoseIs(row)]} ${scopes}`,
    group: 'Zoom',
    params: row.params.shape,
    query: row.query.shape,
    body: takesBody(row) ? row.body.strict() : undefined,
    isCreation: row.isCreation === true,
    status,
    answer: status === 204 ? undefined : row.answer,
    problems: [...REFUSALS[whoseIs(row)], ...PROBLEMS],
  };
}
