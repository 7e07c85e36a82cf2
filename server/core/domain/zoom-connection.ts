import type {Finding} from './findings.js';
import type {GrantOwner} from './grant.js';
import type {SecretText} from './secret-text.js';
import type {ZoomSubject} from './zoom-subject.js';

/** How this server is connected to Zoom: one mode, with the values that it needs. `defineMode` makes it. */
export interface ZoomConnection {
  /** The name of the mode. */
  readonly mode: string;
  readonly consent: ConsentBy;
  readonly scopes: ScopeReach;
  /** What it means when Zoom does not name any scopes. */
  readonly untoldScopes: Finding;
  readonly token: TokenWay;
  /** What stands for the subject in Zoom's paths: that is who hosts. */
  readonly nameOf: (subject: ZoomSubject) => string;
  /** What is wrong with the settings when Zoom refuses them; `untold`: it does not say why, or nothing usual. */
  readonly refusals: Readonly<Partial<Record<SignInRefusal, Finding>> & {untold: Finding}>;
}

/**
 * Who has to consent in Zoom before meetings can be started: nobody (the credentials are enough), each person for
 * themselves, or one administrator for the account.
 */
export type ConsentBy = 'nobody' | 'person' | 'account';

/**
 * Whose data the scopes of a mode reach. account: everybody's in the account · own: that of whoever consented · none:
 * the mode has no scopes.
 */
export type ScopeReach = 'account' | 'own' | 'none';

export interface ZoomClient {
  id: string;
  secret: SecretText;
}

/**
 * How a bearer token is got.
 * granted: Zoom's token endpoint gives one for all · consented: from the consent of whoever `ownerOf` names, and
 * `undefined` means that nobody's fits · signed: each request signs its own (HS256)
 */
export type TokenWay =
  | {kind: 'granted'; client: ZoomClient; form: Readonly<Record<string, string>>}
  | {kind: 'consented'; client: ZoomClient; ownerOf: (subject: ZoomSubject) => GrantOwner | undefined}
  | {kind: 'signed'; issuer: string; secret: SecretText};

/**
 * Why Zoom refused credentials, as far as it says: https://developers.zoom.us/docs/integrations/oauth/
 * client: no such client ID and secret · grant: the token was asked for with something that counts nothing (OAuth's
 * `invalid_grant`) · request: something about the question was wrong (`invalid_request`, without more) · app-type: the
 * app has no sign-in of this kind · app-disabled: it is not activated · no-jwt: JWT apps are switched off · redirect:
 * the app does not know our redirect address · code: the code of a consent is used up, too old or none of the app's ·
 * revoked: the consent or its tokens count no more · owner-gone: who consented has left the account · disabled: an
 * administrator of Zoom switched the app off for them
 */
export type SignInRefusal =
  | 'client'
  | 'grant'
  | 'request'
  | 'app-type'
  | 'app-disabled'
  | 'no-jwt'
  | 'redirect'
  | 'code'
  | 'revoked'
  | 'owner-gone'
  | 'disabled';
