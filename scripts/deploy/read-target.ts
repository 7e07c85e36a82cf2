import {readFileSync} from 'node:fs';
import {DeployError} from './deploy-error.js';
import {readUrl} from '../../contract/read-url.js';

/** A Mattermost server and the right to install plugins on it. */
export interface DeployTarget {
  /** The Site URL without a slash at its end. */
  readonly url: string;
  /** A system admin's personal access token. */
  readonly token: string;
}

/** Where a target may be named: on the command line or, as Mattermost's own tools do, in the environment. */
export interface TargetSource {
  readonly url?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const readServer = (address: string): string => {
  if (!/^https?:\/\//i.test(address) || readUrl(address) === undefined) {
    throw new DeployError({kind: 'bad-address', address});
  }
  return address.replace(/\/+$/, '');
};

const readTokenFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

/**
 * Reads which server is meant. A token comes only from a file or the environment: every user of the machine can read a
 * command line.
 *
 * @throws DeployError `no-address`, `bad-address`, `no-token` or `token-file-unreadable`
 */
export const readTarget = ({url, tokenFile, env}: TargetSource): DeployTarget => {
  const address = url ?? env['MM_SERVICESETTINGS_SITEURL'] ?? '';
  if (address === '') {
    throw new DeployError({kind: 'no-address'});
  }
  const token = tokenFile === undefined ? (env['MM_ADMIN_TOKEN'] ?? '') : readTokenFile(tokenFile);
  if (token === '') {
    throw new DeployError(
      tokenFile === undefined ? {kind: 'no-token'} : {kind: 'token-file-unreadable', file: tokenFile},
    );
  }
  return {url: readServer(address), token};
};
