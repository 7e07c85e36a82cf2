import type {SecretText} from '../secret-text.js';
import type {ZoomConnection} from '../zoom-connection.js';

/** Zoom's client secrets have 32 characters, its client IDs about 22. */
const SECRET_LENGTH = 32;

/** What is wrong with the credentials of an app that people consent to. */
export function judgeConsentClient({
  OAuthClientID,
  OAuthClientSecret,
}: {
  OAuthClientID: string;
  OAuthClientSecret: SecretText;
}): ZoomConnection['refusals'] {
  const areSwapped =
    OAuthClientID.length >= SECRET_LENGTH && OAuthClientSecret.reveal().length < SECRET_LENGTH;
  return {
    client: areSwapped ? 'token.idAndSecretSwapped' : 'token.consentClient',
    'app-type': 'token.consentAppType',
    'app-disabled': 'token.appDisabled',
    redirect: 'token.redirect',
    untold: 'token.consentRefused',
  };
}
