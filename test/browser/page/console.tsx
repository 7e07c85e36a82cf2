import React, {type ReactElement, useState} from 'react';
import type {AdminSectionProps} from '../../../webapp/mattermost/registry.js';
import {type Drawn, entriesOf} from './registered.js';

function Field({
  id,
  value,
  label,
  onChange,
}: {
  id: string;
  value: string;
  label: string;
  onChange: (text: string) => void;
}): ReactElement {
  return (
    <label className="field">
      {label}
      <input id={id} value={value} onChange={({target}) => onChange(target.value)} />
    </label>
  );
}

/** A section of the System Console. */
export function Console({settings}: {settings: Readonly<Record<string, string>>}): ReactElement {
  const [values, setValues] = useState(settings);
  const [, , Section] = entriesOf('registerAdminConsoleCustomSection')[0] ?? [];
  const settingsList = Object.entries(values).map(([key, value]) => (
    <Field
      key={key}
      id={`PluginSettings.Plugins.zoom.${key.toLowerCase()}`}
      value={value}
      label={key}
      onChange={(text) => setValues({...values, [key]: text})}
    />
  ));
  const props: AdminSectionProps = {
    settingsList,
    sectionTitle: 'Set-up',
    sectionDescription: 'From top to bottom.',
  };
  return (
    <main>{Section === undefined ? settingsList : React.createElement(Section as Drawn, {...props})}</main>
  );
}
