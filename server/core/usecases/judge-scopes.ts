import {setupCheck, type SetupCheck, type SetupNote} from '../domain/setup-check.js';
import type {ScopeReach, ZoomConnection} from '../domain/zoom-connection.js';
import {isOfApi, ZOOM_FEATURE_NAMES, type ZoomFeatureName} from '../domain/zoom-features.js';
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
  return {...setupCheck('scopes', 'scopes.granted'), notes: notesOn(reach, granted)};
}

/** Whoever does without them has left nothing undone. What only other systems ask for is one sentence together. */
function notesOn(reach: ScopeReach, granted: readonly string[]): SetupNote[] {
  const lackedBy = (feature: ZoomFeatureName): readonly string[] => missingScopes(reach, granted, feature);
  const ofCards = ZOOM_FEATURE_NAMES.filter((feature) => !isOfApi(feature)).flatMap(
    (feature): SetupNote[] => {
      const lacked = lackedBy(feature);
      return lacked.length === 0 ? [] : [{kind: 'off', values: {feature, scopes: listed(lacked)}}];
    },
  );
  const ofApi = new Set(ZOOM_FEATURE_NAMES.filter(isOfApi).flatMap(lackedBy));
  return ofApi.size === 0 ? ofCards : [...ofCards, {kind: 'offInApi', values: {count: ofApi.size}}];
}

const listed = (scopes: readonly string[]): string => scopes.map((scope) => `\`${scope}\``).join(', ');
