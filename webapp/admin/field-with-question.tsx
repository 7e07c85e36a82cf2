import React, {type ReactElement} from 'react';
import {ROTATING_SETTINGS} from '../../contract/admin.js';
import {RotationQuestion} from './rotation-question.js';
import type {SettingField} from './setting-fields.js';

/** One of the page's own fields. Below a secret that was typed or generated: the question why it changes. */
export function FieldWithQuestion({field: {key, element, value}}: {field: SettingField}): ReactElement {
  const setting = ROTATING_SETTINGS.find((name) => name.toLowerCase() === key);
  const typed = typeof value === 'string' && !isMasked(value) ? value.trim() : undefined;
  return (
    <div className="zoom-field">
      {element}
      {setting !== undefined && <RotationQuestion setting={setting} value={typed} />}
    </div>
  );
}

/** The page gets a stored secret as asterisks only. */
export const isMasked = (value: unknown): boolean => typeof value === 'string' && /^\**$/.test(value);
