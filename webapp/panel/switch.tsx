import React, {type ReactElement} from 'react';

interface Choice {
  text: string;
  isOn: boolean;
  choose: () => void;
}

/** One of a few, all of them in sight. */
export const Switch = ({label, choices}: {label: string; choices: readonly Choice[]}): ReactElement => (
  <div className="zoom-switch" role="group" aria-label={label}>
    {choices.map(({text, isOn, choose}) => (
      <button key={text} type="button" className="zoom-button" aria-pressed={isOn} onClick={choose}>
        {text}
      </button>
    ))}
  </div>
);
