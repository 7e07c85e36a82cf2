import React, {type ReactElement} from 'react';
import type {CheckState} from '../../contract/admin.js';
import {AlertIcon, CheckIcon, CircleIcon, CrossIcon} from '../parts/icons.js';
import {useAdminText} from '../text/use-admin-text.js';

const ICONS = {
  works: CheckIcon,
  wrong: CrossIcon,
  missing: AlertIcon,
  unset: CircleIcon,
  unknown: CircleIcon,
} as const;

/** How something stands, by shape, colour and word. */
export function StateSign({state, isWordSeen}: {state: CheckState; isWordSeen: boolean}): ReactElement {
  const say = useAdminText();
  const Icon = ICONS[state];
  return (
    <span className={`zoom-state zoom-is-${state}`}>
      <Icon size={18} />
      <span className={isWordSeen ? 'zoom-state-word' : 'zoom-unseen'}>
        {say(`zoom.admin.state.${state}`)}
      </span>
    </span>
  );
}
