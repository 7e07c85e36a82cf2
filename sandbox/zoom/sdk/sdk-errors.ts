/**
 * What the Meeting SDK for Web calls an error: `ZoomMtg.errorCodes` of 6.2.0, and what it makes of Zoom's own. The page
 * https://developers.zoom.us/docs/meeting-sdk/web/error-codes/ gives 3000 and 3005 each other's name. The words are
 * those that people have seen where they have been seen, else those of the page.
 */
export const SDK_ERRORS = {
  ERROR_NOT_EXIST: {code: 3001, message: 'Meeting does not exist.'},
  ERROR_NOT_HOST: {code: 3003, message: 'You are not the meeting host.'},
  WRONG_MEETING_PASSWORD: {code: 3004, message: 'Passcode wrong.'},
  EMAIL_REQUIRED: {code: 3005, message: 'Email is missing to attend webinar.'},
  MEETING_NOT_START: {code: 3008, message: 'The meeting has not started.'},
  REGISTRATION_REQUIRED: {code: 3099, message: 'This meeting requires registration.'},
  LOGIN_REQUIRED: {code: 3100, message: 'This meeting requires you to sign in to Zoom.'},
  API_KEY_INVALID: {code: 3704, message: 'The SDK key or client ID is invalid.'},
  SIGNATURE_EXPIRED: {code: 3705, message: 'The signature has expired.'},
  ROLE_ERROR: {code: 3708, message: 'The role in the signature is wrong.'},
  SIGNATURE_INVALID: {code: 3712, message: 'Signature is invalid.'},
  INVALID_PARAMETER: {code: 4003, message: 'A parameter is invalid.'},
  MEETING_CAPACITY_REACHED: {code: 4005, message: 'This meeting has reached its capacity.'},
  MEETING_LOCKED: {code: 4006, message: 'This meeting is locked.'},
  NOT_ALLOW_ANONYMOUS_JOIN: {
    code: 4012,
    message:
      'Anonymous joins are not allowed for this SDK app. Authenticate the Zoom user and provide a ZAK or OBF token.',
  },
} as const;

export type SdkErrorName = keyof typeof SDK_ERRORS;
