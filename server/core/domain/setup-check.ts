import type {CheckState} from '../../../contract/admin.js';
import {type CheckId, type Finding, FINDINGS} from './findings.js';
import {proxyName} from './proxy-address.js';
import type {SettingProblem, Settings} from './settings.js';
import type {SettingKey} from './settings-schema.js';
import type {RefusalReason} from './webhook-activity.js';
import type {ZoomAddresses} from './zoom-addresses.js';

/**
 * What is mentioned where it does not decide: refused webhooks, what the settings make of Zoom's addresses, which
 * features are off, for want of a scope or of events, and that the join page lies below Mattermost's host.
 */
export interface SetupNote {
  kind: RefusalReason | 'proxy' | 'linkDomains' | 'off' | 'offInApi' | 'unseenPeople' | 'joinPageBelow';
  values: Readonly<Record<string, string | number>>;
}

/** The result of one step of the set-up. */
export interface SetupCheck {
  id: CheckId;
  finding: Finding;
  state: CheckState;
  /** Where to look first. */
  settings: readonly SettingKey[];
  /** What the sentence is filled with; times in milliseconds since the Unix epoch. */
  values: Readonly<Record<string, string | number>>;
  /** What else is worth knowing, each as its own sentence. */
  notes: readonly SetupNote[];
  /** What to correct in the settings; only the first step has any. */
  problems: readonly SettingProblem[];
}

export const setupCheck = (id: CheckId, finding: Finding, values: SetupCheck['values'] = {}): SetupCheck => ({
  id,
  finding,
  ...FINDINGS[finding],
  values,
  notes: [],
  problems: [],
});

/** The first step: everything else is tested as far as the settings allow. */
export const settingsCheck = (settings: Pick<Settings, 'problems' | 'entered' | 'zoom'>): SetupCheck => ({
  ...judgeSettings(settings),
  notes: settings.zoom === undefined ? [] : notesOn(settings.zoom.addresses),
});

function judgeSettings(settings: Pick<Settings, 'problems' | 'entered'>): SetupCheck {
  const {problems} = settings;
  if (problems.length === 0) return setupCheck('settings', 'settings.complete');
  if (isUntouched(settings)) {
    return {...setupCheck('settings', 'settings.unset'), problems, settings: namedBy(problems)};
  }
  const isWrong = problems.some(({kind}) => kind !== 'missing');
  const check = setupCheck('settings', isWrong ? 'settings.wrong' : 'settings.incomplete');
  return {...check, problems, settings: namedBy(problems)};
}

const notesOn = ({proxy, linkDomains = []}: ZoomAddresses): SetupNote[] => [
  ...(proxy === undefined ? [] : [{kind: 'proxy', values: {proxy: proxyName(proxy)}} as const]),
  ...(linkDomains.length === 0
    ? []
    : [
        {
          kind: 'linkDomains',
          values: {domains: linkDomains.map((name) => `\`${name}\``).join(', ')},
        } as const,
      ]),
];

const namedBy = (problems: readonly SettingProblem[]): SettingKey[] => [
  ...new Set(problems.map(({setting}) => setting)),
];

/** Nobody has entered anything yet, so that nothing can be wrong either. */
export function isUntouched({problems, entered}: Pick<Settings, 'problems' | 'entered'>): boolean {
  const missing = new Set(problems.map(({setting}) => setting));
  return problems.every(({kind}) => kind === 'missing') && entered.every((key) => missing.has(key));
}
