import type {ScopeReach} from '../../domain/zoom-connection.js';
import {isOfAccount, ZOOM_FEATURES, type ZoomFeatureName} from '../../domain/zoom-features.js';
import type {Endpoint} from './endpoint.js';
import type {CallName} from './calls.js';
import {endpoints} from './endpoints.js';
import {operations} from './operations.js';

/** A scope that is needed, and the classic ones that an older app may have instead. */
interface NeededScope {
  name: string;
  instead: readonly string[];
}

const needed = (reach: ScopeReach, feature?: ZoomFeatureName): readonly NeededScope[] => {
  if (reach === 'none') return [];
  if (feature === undefined) return scopesOf(reach, undefined);
  if (reach === 'own' && isOfAccount(feature)) return [];
  const anyway = scopesOf(reach, undefined).map(({name}) => name);
  return scopesOf(reach, feature).filter(({name}) => !anyway.includes(name));
};

const ROWS = [
  ...Object.values<Pick<Endpoint<never, unknown>, 'feature' | 'scopes'>>(endpoints),
  ...Object.values(operations),
];

function scopesOf(reach: ScopeReach, feature: ZoomFeatureName | undefined): readonly NeededScope[] {
  const named = reach === 'account' ? ofTheAccount : (scope: string): string => scope;
  const ofCalls = ROWS.filter((row) => row.feature === feature).map(({scopes}) => scopes);
  const ofEvents = feature === undefined ? [] : ZOOM_FEATURES[feature].scopes;
  const byName = new Map(
    [...ofCalls, ...ofEvents].map(({granular, classic}) => {
      const name = named(granular);
      return [name, {name, instead: classic.map(named)}];
    }),
  );
  return [...byName.values()];
}

/** Scopes for the caller alone do not reach other people. */
const ofTheAccount = (scope: string): string => `${scope}:admin`;

/** The scopes that an app of this reach must not have: they would give us more than people know of. */
export const foreignScopes = (reach: ScopeReach, granted: readonly string[]): readonly string[] =>
  granted.filter((scope) => scope.endsWith(':master') || (reach === 'own' && scope.endsWith(':admin')));

/**
 * What the product cannot do without, or what one feature needs besides, by Zoom's names. Consent for oneself alone
 * never covers a feature of the whole account.
 */
export const neededScopes = (reach: ScopeReach, feature?: ZoomFeatureName): readonly string[] =>
  needed(reach, feature).map(({name}) => name);

/** The scope of one call, as an app of today names it. */
export const scopeOf = (reach: ScopeReach, call: CallName): string => {
  const {granular} = endpoints[call].scopes;
  return reach === 'account' ? ofTheAccount(granular) : granular;
};

/** The scopes that are needed (by a feature) and that an app was not granted. */
export const missingScopes = (
  reach: ScopeReach,
  granted: readonly string[],
  feature?: ZoomFeatureName,
): readonly string[] =>
  needed(reach, feature)
    .filter(({name, instead}) => ![name, ...instead].some((scope) => granted.includes(scope)))
    .map(({name}) => name);
