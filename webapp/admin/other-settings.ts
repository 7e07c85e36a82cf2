/** The settings of the page's other sections that a test depends on, by what the page calls them. */
export const OTHER_SETTINGS = {
  TrustUnverifiedEmails: 'Trust unconfirmed e-mail addresses',
  JoinPageURL: 'Join page URL',
  JoinPageClientID: 'Client ID of the Meeting SDK app',
  JoinPageClientSecret: 'Client Secret of the Meeting SDK app',
  JoinPageSites: 'Sites that may frame the page',
  JoinPageSDK: 'Meeting SDK address',
  ZoomURL: 'Zoom URL',
  ZoomAPIURL: 'Zoom API URL',
  AllowInsecureZoomURLs: 'Allow insecure Zoom addresses',
  ProxyURL: 'Proxy',
  LinkDomains: 'Further link domains',
} as const;
