import React from 'react';
import {Markdown} from './markdown.js';
import type {Setting} from './types.js';

interface AdminSettingProps {
  /** `PluginSettings.Plugins.<plugin>.<key in lower case>` */
  id: string;
  setting: Setting;
  value: unknown;
  onChange: (id: string, value: unknown) => void;
}

/** One setting of a plugin, by its type. */
export function AdminSetting({id, setting, value, onChange}: AdminSettingProps): React.ReactElement {
  return (
    <div className="setting">
      <label htmlFor={id}>{setting.display_name}</label>
      <div>
        <Field id={id} setting={setting} value={value} onChange={onChange} />
        <div className="help">
          <Markdown text={setting.help_text} />
        </div>
      </div>
    </div>
  );
}

function Field({id, setting, value, onChange}: AdminSettingProps): React.ReactElement {
  const set = (next: unknown): void => onChange(id, next);
  switch (setting.type) {
    case 'bool':
      return (
        <div role="radiogroup">
          {[true, false].map((choice) => (
            <label key={String(choice)}>
              <input
                type="radio"
                id={`${id}${choice}`}
                name={id}
                value={String(choice)}
                checked={(value === true || value === 'true') === choice}
                onChange={() => set(choice)}
              />
              {String(choice)}
            </label>
          ))}
        </div>
      );
    case 'dropdown':
      return (
        <select id={id} value={String(value)} onChange={({target}) => set(target.value)}>
          {setting.options?.map(({display_name, value: option}) => (
            <option key={option} value={option}>
              {display_name}
            </option>
          ))}
        </select>
      );
    case 'generated':
      return (
        <div className="generated">
          <input id={id} readOnly value={String(value)} />
          <button type="button" className="action action--default" onClick={() => set(newSecret())}>
            Regenerate
          </button>
        </div>
      );
    default:
      return (
        <input
          id={id}
          value={String(value)}
          placeholder={setting.placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={({target}) => set(target.value)}
        />
      );
  }
}

const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
