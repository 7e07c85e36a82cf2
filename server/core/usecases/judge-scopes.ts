import {setupCheck, type SetupCheck, type SetupNote} from '../domain/setup-check.js';
import type {ZoomConnection} from '../domain/zoom-connection.js';
import {ZOOM_FEATURE_NAMES} from '../domain/zoom-features.js';
import {missingScopes} from '../ports/zoom/scopes.js';

/** `granted`: as Zoom named them; `undefined` or none at all: it named none. */
export function judgeScopes(
  {scopes: reach, untoldScopes}: ZoomConnection,
  granted: readonly string[] | undefined,
): SetupCheck {
  if (granted === undefined || granted.length === 0) return setupCheck('scopes', untoldScopes);
  const missing = missingScopes(reach, granted);
  if (missing.length > 0) {
    return setupCheck('scopes', 'scopes.missing', {scopes: listed(missing), count: missing.length});
  }
  // Whoever does without them has left nothing undone.
  const notes = ZOOM_FEATURE_NAMES.flatMap((feature): SetupNote[] => {
    const lacked = missingScopes(reach, granted, feature);
    return lacked.length === 0 ? [] : [{kind: 'off', values: {feature, scopes: listed(lacked)}}];
  });
  return {...setupCheck('scopes', 'scopes.granted'), notes};
}

const listed = (scopes: readonly string[]): string => scopes.map((scope) => `\`${scope}\``).join(', ');
