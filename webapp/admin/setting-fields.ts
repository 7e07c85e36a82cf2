import type {ReactElement} from 'react';
import type {AdminSectionProps, SettingFieldProps} from '../mattermost/registry.js';

/** One of the page's own fields. */
export interface SettingField {
  /** Lower-cased, as the page names it. */
  key: string;
  element: ReactElement<SettingFieldProps>;
  /** What is on the screen, saved or not. */
  value: unknown;
}

/** Reads the page's fields; their ids end with the keys of the settings. */
export const settingFields = ({settingsList = []}: AdminSectionProps): readonly SettingField[] =>
  settingsList.map((element) => ({
    key: (element.props.id ?? '').split('.').at(-1)?.toLowerCase() ?? '',
    element,
    value: element.props.value,
  }));

export const isEmpty = ({value}: SettingField): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
