import {setupCheck, type SetupCheck} from '../domain/setup-check.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import {missingScopes} from '../ports/zoom/scopes.js';

/** `granted`: as Zoom named them; `undefined` or none at all: it named none. */
export function judgeScopes(
  {scopes: reach, untoldScopes}: ZoomConnection,
  granted: readonly string[] | undefined,
): SetupCheck {
  if (granted === undefined || granted.length === 0) return setupCheck('scopes', untoldScopes);
  const missing = missingScopes(reach, granted);
  if (missing.length === 0) return setupCheck('scopes', 'scopes.granted');
  const scopes = missing.map((scope) => `\`${scope}\``).join(', ');
  return setupCheck('scopes', 'scopes.missing', {scopes, count: missing.length});
}
