/** Of the small Mattermost. */
export const SERVER_VERSION = '11.11.0';

/** The header `X-Version-Id`: version, build, hash of the client's config, whether there is a licence. */
export const VERSION_ID = `${SERVER_VERSION}.${SERVER_VERSION}.0d0c3ad3f6a9b4fcd95b6d2aa0d6ab32.false`;
