import type {Finding} from './findings.js';
import type {SecretText} from './secret-text.js';
import type {ZoomSubject} from './zoom-subject.js';

/** How this server is connected to Zoom: one mode, with the values that it needs. `defineMode` makes it. */
export interface ZoomConnection {
  /** The name of the mode. */
  readonly mode: string;
  readonly scopes: ScopeReach;
  /** What it means when Zoom does not name any scopes. */
  readonly untoldScopes: Finding;
  readonly token: TokenWay;
  /** What stands for the subject in Zoom's paths: that is who hosts. */
  readonly nameOf: (subject: ZoomSubject) => string;
  /** What is wrong with the settings when Zoom refuses them; `untold`: it does not say why. */
  readonly refusals: Readonly<Record<SignInRefusal | 'untold', Finding>>;
}

/** Whose data the scopes of a mode reach. account: everybody's in the account · none: the mode has no scopes. */
export type ScopeReach = 'account' | 'none';

/**
 * How a bearer token is got.
 * granted: Zoom's token endpoint gives one for all · signed: each request signs its own (HS256)
 */
export type TokenWay =
  | {kind: 'granted'; client: {id: string; secret: SecretText}; form: Readonly<Record<string, string>>}
  | {kind: 'signed'; issuer: string; secret: SecretText};

/**
 * Why Zoom refused credentials, as far as it says: https://developers.zoom.us/docs/integrations/oauth/
 * client: no such client ID and secret · account: the account ID is not that of the app · app-type: the app has no
 * Server-to-Server sign-in · app-disabled: it is not activated · no-jwt: JWT apps are switched off
 */
export type SignInRefusal = 'client' | 'account' | 'app-type' | 'app-disabled' | 'no-jwt';
