import {asRecord, asText, asTexts} from './request.js';

/** On which hosts a link may be a link. */
export interface LinkHosts {
  /** https, on the domain itself and below it. */
  domains: readonly string[];
  /** Exactly these `host[:port]`, by plain http too. */
  insecure: readonly string[];
}

/** What the plugin says of itself to this person. */
export interface ClientInfo {
  configured: boolean;
  isAdmin: boolean;
  settingsPath: string;
  linkHosts: LinkHosts;
}

export function readClientInfo(body: Readonly<Record<string, unknown>>): ClientInfo {
  const hosts = asRecord(body['link_hosts']);
  return {
    configured: body['configured'] === true,
    isAdmin: body['is_admin'] === true,
    settingsPath: asText(body['settings_path']),
    linkHosts: {domains: asTexts(hosts['domains']), insecure: asTexts(hosts['insecure'])},
  };
}
