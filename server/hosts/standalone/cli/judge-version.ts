import type {CheckLine} from './check-line.js';
import {mattermostLine} from './mattermost-findings.js';

/** The oldest server that is promised to work. */
const OLDEST = [10, 11] as const;

/** @param version - Mattermost's, for example `11.4.0` */
export function judgeVersion(version: string): CheckLine {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const values = {version: version || 'unknown', oldest: OLDEST.join('.')};
  return mattermostLine(isOld ? 'version.old' : 'version.works', values);
}
