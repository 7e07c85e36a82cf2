import {cloneElement} from 'react';
import type {AdminSetup} from '../../contract/admin.js';
import {isEmpty, type SettingField} from './setting-fields.js';
import {MODE} from './setup-steps.js';

/** Whoever comes from the official plugin has chosen no connection: the choice then shows the one in force. */
export const showMode = (
  fields: readonly SettingField[],
  setup: AdminSetup | undefined,
): readonly SettingField[] =>
  fields.map((field) => {
    if (setup === undefined || field.key !== MODE || !isEmpty(field)) return field;
    return {...field, value: setup.mode, element: cloneElement(field.element, {value: setup.mode})};
  });
